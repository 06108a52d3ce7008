package io.plimsoll.analysis.repository;

/// A line `key: value` at the end of a commit message.
public record Trailer(String key, String value) {}
