package dev.outlay.cli.output;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a printer writes.
 *
 * @param text for formats that are text
 * @param screen what reads the text
 * @param file for formats that are not
 */
record Page(TextOut text, Screen screen, Optional<Path> file) {}
