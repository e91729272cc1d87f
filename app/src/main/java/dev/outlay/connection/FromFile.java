package dev.outlay.connection;

import dev.outlay.source.Selection;
import java.net.URI;

/**
 * A connection that the configuration sets up.
 *
 * @param name unique in it
 * @param shownKey the key as it may be shown
 * @param url where its API is
 * @param selection what is collected
 * @param reach reads the key when it is needed
 */
public record FromFile(
    String name, String shownKey, URI url, Selection selection, Linked.Reach reach) {}
