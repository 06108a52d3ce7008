package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.JointEffect;
import io.plimsoll.analysis.rightsizing.JointSaving;
import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.NodePlan;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.SpotEffect;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.scenario.Scenario;
import io.plimsoll.analysis.scenario.ScenarioStep;
import io.plimsoll.analysis.scenario.ScenarioTotals;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;

/// How scenarios are printed.
final class ScenarioRows {
    private ScenarioRows() {
    }

    /// @throws StepFailure WORKLOAD_UNKNOWN, or that the clone is gone, which may declare it
    static Workload workload(Workbench workbench, String name) {
        return workbench.workloadMap(Cancellation.never()).find(name)
                .orElseThrow(() -> workbench.repository().gone()
                        .orElseGet(() -> StepFailure.wrongUsage("WORKLOAD_UNKNOWN",
                                "No single workload is called " + name + ".",
                                "Name it as namespace/name; plimsoll workloads lists them.")));
    }

    /// The key of a step's workload, which may be gone by now.
    static String stepOf(Workbench workbench, String scenario, String name) {
        List<String> keys = workbench.scenarios().named(scenario).steps().stream().map(ScenarioStep::workload)
                .filter(key -> key.equals(name) || called(key.split("/", -1), name)).toList();
        return keys.size() == 1 ? keys.getFirst() : workload(workbench, name).key().toString();
    }

    /// @param key cluster, namespace, kind, name and container
    private static boolean called(String[] key, String name) {
        return key.length == 5 && (key[3].equals(name) || (key[1] + "/" + key[3]).equals(name));
    }

    static ObjectNode step(ObjectNode object, ScenarioStep step) {
        WhatIfInput wanted = step.wanted();
        object.put("workload", step.workload());
        RightsizeJson.size(object.putObject("wanted"), wanted.size());
        return object.put("growth", wanted.growth()).put("spotShare", wanted.spotShare())
                .put("nodeType", wanted.nodeType()).put("note", step.note())
                .put("when", step.when() == null ? null : step.when().toString());
    }

    static void print(CliContext context, ScenarioTotals totals) {
        if (context.json()) {
            context.print(json(context, totals));
        } else {
            text(context, totals);
        }
    }

    private static ObjectNode json(CliContext context, ScenarioTotals totals) {
        Scenario scenario = totals.scenario();
        ObjectNode document = context.object().put("name", scenario.name()).put("created",
                scenario.created().toString());
        ArrayNode steps = document.putArray("steps");
        for (ScenarioStep each : scenario.steps()) {
            ObjectNode object = step(steps.addObject(), each);
            part(totals, each).ifPresent(part -> part(object, part));
        }
        ArrayNode sums = document.putArray("totals");
        for (JointSaving each : totals.effect().sums()) {
            sums.addObject().put("currency", each.currency()).put("list", each.list().plain())
                    .put("effective", each.effective().plain()).put("cash", each.cash().plain())
                    .put("cashFrom", each.cashFrom() == null ? null : each.cashFrom().toString())
                    .put("cashApart", each.cashApart().plain()).put("cashOverlap", each.cashOverlap().plain())
                    .put("nodes", each.nodes().plain()).put("nodesApart", each.nodesApart().plain())
                    .put("nodesOverlap", each.nodesOverlap().plain());
        }
        ArrayNode problems = document.putArray("problems");
        totals.effect().problems().forEach(problems::add);
        return document;
    }

    private static Optional<JointEffect.Part> part(ScenarioTotals totals, ScenarioStep step) {
        return totals.effect().parts().stream().filter(each -> each.workload().equals(step.workload())).findFirst();
    }

    private static void part(ObjectNode object, JointEffect.Part part) {
        object.put("title", part.title());
        RightsizeJson.size(object.putObject("now"), part.now());
        Savings savings = part.answer().savings();
        if (savings != null) {
            ObjectNode saving = object.putObject("saving").put("currency", savings.list().currency())
                    .put("list", savings.list().plain()).put("effective", savings.effective().plain())
                    .put("cash", savings.cash().plain()).put("stranded", savings.stranded().plain())
                    .put("cashFrom", savings.cashFrom() == null ? null : savings.cashFrom().toString());
            ArrayNode notes = saving.putArray("notes");
            savings.notes().forEach(notes::add);
        }
        NodeEffect nodes = part.answer().nodes();
        if (nodes != null) {
            ObjectNode effect = object.putObject("nodes").put("type", nodes.type().name())
                    .put("assumed", nodes.assumed())
                    .put("seen", nodes.measured().isPresent() ? (Integer) nodes.measured().getAsInt() : null)
                    .put("low", nodes.low()).put("high", nodes.high()).put("bestType", nodes.bestType().name())
                    .put("removal", nodes.removal().sentence());
            plan(effect.putObject("now"), nodes.now());
            plan(effect.putObject("then"), nodes.then());
            plan(effect.putObject("best"), nodes.best());
        }
        SpotEffect spot = part.answer().spot();
        if (spot != null) {
            object.putObject("spot").put("discount", spot.terms().discount()).put("assumed", spot.terms().assumed())
                    .put("source", spot.terms().source()).put("interruptionsAMonth", spot.interruptions());
        }
    }

    private static void plan(ObjectNode object, NodePlan plan) {
        object.put("nodes", plan.nodes()).put("lowerBound", plan.lowerBound()).put("monthly", plan.monthly().plain())
                .put("currency", plan.monthly().currency());
    }

    private static void text(CliContext context, ScenarioTotals totals) {
        TextTable table = new TextTable("workload", "now", "wanted", ">list", ">effective", ">cash", ">nodes", "note");
        for (ScenarioStep each : totals.scenario().steps()) {
            part(totals, each).ifPresentOrElse(part -> {
                Savings savings = part.answer().savings();
                table.row(part.title(), part.now(), wanted(each),
                        TextTable.money(savings == null ? null : savings.list()),
                        TextTable.money(savings == null ? null : savings.effective()),
                        TextTable.money(savings == null ? null : savings.cash()), nodes(part.answer().nodes()),
                        each.note());
            }, () -> table.row(each.workload(), "", wanted(each), "", "", "", "", each.note()));
        }
        table.print(context.out());
        for (JointSaving each : totals.effect().sums()) {
            context.print("Together a month: list " + TextTable.money(each.list()) + ", effective "
                    + TextTable.money(each.effective()) + ", cash " + TextTable.money(each.cash())
                    + (each.cashFrom() == null ? "" : ", the rest from " + each.cashFrom()));
            context.print("Nodes packed once for all steps save " + TextTable.money(each.nodes())
                    + " at list price, each step alone " + TextTable.money(each.nodesApart()) + ": overlap "
                    + TextTable.money(each.nodesOverlap()) + ".");
            if (each.cashOverlap().signum() != 0) {
                context.print("Cash of each step alone would be " + TextTable.money(each.cashApart()) + ": overlap "
                        + TextTable.money(each.cashOverlap()) + ".");
            }
        }
        totals.effect().problems().forEach(context::print);
        totals.effect().parts().forEach(part -> {
            NodeEffect nodes = part.answer().nodes();
            if (nodes != null && nodes.assumed()) {
                context.print(part.title() + ": neither bill nor cluster tells the type of its nodes; "
                        + String.join(", ", new TreeSet<>(nodes.now().byType().keySet())) + " is assumed.");
            }
            Savings savings = part.answer().savings();
            if (savings != null) {
                savings.commitments().stream().filter(each -> each.stranded().signum() > 0)
                        .forEach(each -> context.print(part.title() + ": of " + each.name() + " "
                                + TextTable.money(each.stranded()) + " a month goes on being paid"
                                + (each.end() == null
                                        ? "; the bill does not tell until when."
                                        : " until " + each.end() + ".")));
            }
        });
    }

    private static String wanted(ScenarioStep step) {
        WhatIfInput wanted = step.wanted();
        return wanted.size() + (wanted.spotShare() == 0 ? "" : ", spot " + wanted.spotShare())
                + (wanted.nodeType().isEmpty() ? "" : " on " + wanted.nodeType());
    }

    private static String nodes(@Nullable NodeEffect nodes) {
        return nodes == null ? "" : nodes.now().nodes() + " to " + nodes.then().nodes();
    }
}
