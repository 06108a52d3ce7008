package io.plimsoll.analysis.manifest.owner;

/// A root of which nothing is said, because part of what it does is not known for certain.
///
/// @param root   as in `OwnedField`
/// @param reason starts with a code: `REMOTE_BASE: ...`
public record Unresolved(String root, String reason) {}
