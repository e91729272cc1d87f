package dev.outlay.quality;

import java.util.List;

/**
 * How good the data is.
 *
 * @param sources by connection and dataset
 * @param line all of it in one line of words
 */
public record QualityAnswer(List<Source> sources, String line) {}
