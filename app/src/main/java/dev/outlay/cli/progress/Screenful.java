package dev.outlay.cli.progress;

import dev.outlay.cli.screen.Ink;
import java.io.PrintStream;

/**
 * Where progress is shown.
 *
 * @param err stderr
 * @param ink off where nothing may be redrawn
 * @param width of the terminal
 */
public record Screenful(PrintStream err, Ink ink, int width) {}
