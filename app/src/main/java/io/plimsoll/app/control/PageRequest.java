package io.plimsoll.app.control;

import org.jspecify.annotations.Nullable;

/// Which rows are wanted.
///
/// @param offset first row, counted from 0
/// @param limit  how many, at most
/// @param sort   null for the source's own order
public record PageRequest(long offset, int limit, @Nullable Sort sort) {}
