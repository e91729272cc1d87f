package dev.outlay.destinations.file;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One file of rows. Once it is written it never changes, and no other file ever has its name.
 *
 * @param path below the folder of its table
 * @param day the UTC day of its rows; empty where they have none
 */
public record DataFile(String path, Optional<LocalDate> day, long rows) {}
