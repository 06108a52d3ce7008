package io.plimsoll.analysis.scenario;

import io.plimsoll.analysis.rightsizing.JointEffect;

/// What a scenario saves: each step alone, and all of them together.
public record ScenarioTotals(Scenario scenario, JointEffect effect) {}
