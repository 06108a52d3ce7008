package io.plimsoll.analysis.change.drift.dump;

/// A dump as a row of tokens, whatever it is written in. Keys of a mapping are scalars. Not safe for two threads.
interface DumpTokens extends AutoCloseable {
    /// Deeper than any object of Kubernetes, and shallow enough for the stack.
    int DEEPEST = 200;

    /// What a token is.
    enum Kind {
        MAP, END_MAP, LIST, END_LIST, SCALAR, END
    }

    /// @throws io.plimsoll.analysis.task.StepFailure DUMP_UNREADABLE
    Kind next();

    /// The decoded text of the last scalar.
    String text();

    /// Whether the last scalar is null.
    boolean nothing();

    @Override
    void close();
}
