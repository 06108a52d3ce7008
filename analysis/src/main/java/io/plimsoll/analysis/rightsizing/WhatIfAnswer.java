package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.unit.Money;

/// What the sliders lead to.
///
/// @param monthlyCost   of the requests, for 730 h
/// @param replay        the size held against all the telemetry
/// @param violationLow  lower end of the 80 % range of the share of time above the request, in 0..1
/// @param violationHigh upper end
public record WhatIfAnswer(Money monthlyCost, ReplayResult replay, double violationLow, double violationHigh) {}
