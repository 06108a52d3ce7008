package io.plimsoll.app.control;

/// One way to look at money.
///
/// @param code      of the currency that amounts are shown in
/// @param converted whether charges of all currencies are shown in it, each day by its rate; if not, only those billed in it
/// @param title     as the menu has it
public record CurrencyChoice(String code, boolean converted, String title) {}
