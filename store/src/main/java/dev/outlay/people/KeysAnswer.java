package dev.outlay.people;

import dev.outlay.table.Span;
import java.util.List;

/**
 * The keys of all connections.
 *
 * @param keys the dearest first
 */
public record KeysAnswer(Span period, List<KeyUse> keys, List<Remark> notes) {}
