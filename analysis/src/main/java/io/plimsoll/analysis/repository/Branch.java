package io.plimsoll.analysis.repository;

/// A branch and where it points.
///
/// @param name     short name: `main`, or `origin/main` for a remote-tracking branch
/// @param commitId 40 hexadecimal digits
/// @param remote   it follows a branch of a remote
public record Branch(String name, String commitId, boolean remote) {}
