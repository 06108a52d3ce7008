package io.plimsoll.app.control;

/// By which column a page source orders its rows.
///
/// @param column the column's id
public record Sort(String column, boolean ascending) {}
