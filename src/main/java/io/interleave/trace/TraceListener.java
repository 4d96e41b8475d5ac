package io.interleave.trace;

/// Receives what a trace holds, in the order described at {@link TraceReader#poll}.
public interface TraceListener {

    void defined(Definition definition);

    /// @param event a window that is moved on when this returns
    void happened(Event event);

    /// A part of the file cannot be trusted and was left out.
    void damaged(Damage damage);
}
