package io.plimsoll.analysis.repository.sign;

import java.security.GeneralSecurityException;

/// A key that can sign.
interface SigningKey {
    /// The public half as SSH writes it.
    byte[] publicKey();

    /// @return the signature as SSH writes it, with the name of its algorithm
    byte[] sign(byte[] data) throws GeneralSecurityException;
}
