package io.plimsoll.analysis.repository;

/// Signs commits with one key. Safe from any thread.
@FunctionalInterface
public interface CommitSigner {
    /// @param commit the whole commit object without its signature
    /// @return what goes into the header `gpgsig`: armoured lines, with or without a line break at the end
    /// @throws io.plimsoll.analysis.task.StepFailure SIGN_AGENT, or SIGN_KEY_UNREADABLE where the key can't sign
    String sign(byte[] commit);
}
