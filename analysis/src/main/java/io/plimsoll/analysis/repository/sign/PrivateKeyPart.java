package io.plimsoll.analysis.repository.sign;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;

/// The private half of a key: Ed25519, ECDSA on a NIST curve (RFC 5656), or RSA, which signs with SHA-512 (RFC 8332).
record PrivateKeyPart(byte[] publicKey, String wireName, String algorithm, PrivateKey key) implements SigningKey {
    /// @param in stands before the name of the kind of key
    static PrivateKeyPart read(byte[] publicKey, WireReader in) throws GeneralSecurityException {
        String kind = in.text();
        switch (kind) {
            case "ssh-ed25519" -> {
                in.string();
                byte[] seed = Arrays.copyOf(in.string(), 32);
                return new PrivateKeyPart(publicKey, kind, "Ed25519", KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            }
            case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521" -> {
                String bits = kind.substring(kind.length() - 3);
                in.string();
                in.string();
                AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp" + bits + "r1"));
                PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(
                        new ECPrivateKeySpec(in.integer(), curve.getParameterSpec(ECParameterSpec.class)));
                String hash = bits.equals("521") ? "512" : bits;
                return new PrivateKeyPart(publicKey, kind, "SHA" + hash + "withECDSAinP1363Format", key);
            }
            case "ssh-rsa" -> {
                return new PrivateKeyPart(publicKey, "rsa-sha2-512", "SHA512withRSA", rsa(in));
            }
            default -> throw new NoSuchAlgorithmException("keys of the kind " + kind + " can't be used");
        }
    }

    private static PrivateKey rsa(WireReader in) throws GeneralSecurityException {
        BigInteger n = in.integer();
        BigInteger e = in.integer();
        BigInteger d = in.integer();
        BigInteger coefficient = in.integer();
        BigInteger p = in.integer();
        BigInteger q = in.integer();
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateCrtKeySpec(n, e, d, p, q,
                d.mod(p.subtract(BigInteger.ONE)), d.mod(q.subtract(BigInteger.ONE)), coefficient));
    }

    @Override
    public byte[] sign(byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(data);
        byte[] raw = signature.sign();
        return new WireWriter().string(wireName).string(algorithm.contains("ECDSA") ? pair(raw) : raw).bytes();
    }

    private static byte[] pair(byte[] raw) {
        int half = raw.length / 2;
        return new WireWriter().string(new BigInteger(1, Arrays.copyOf(raw, half)).toByteArray())
                .string(new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length)).toByteArray()).bytes();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
