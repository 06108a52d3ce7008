package io.plimsoll.analysis.quality;

/// How long the bill of a service takes to settle, learned where several imports covered the same days.
///
/// @param service      as `ServiceName`; empty for the whole bill
/// @param medianDays   age of a day, against the newest day of its export, at which half of the days are within 1 % of their final cost
/// @param safeDays     the same for nine of ten days; younger days are not judged
/// @param observations pairs of a day and an import that it was learned from
public record ServiceLag(String service, int medianDays, int safeDays, int observations) {}
