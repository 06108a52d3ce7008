package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

@Command(name = "planned", description = "What you mean to do: events inside it are no news, unless they last longer or are larger.", subcommands = {
    PlannedCommand.Add.class, PlannedCommand.Listing.class, PlannedCommand.Remove.class})
final class PlannedCommand {
    @Command(name = "add", description = "Adds a planned activity.")
    static final class Add implements CliCommand {
        private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(%|[A-Za-z]{3})");

        @Parameters(index = "0", paramLabel = "WHAT", description = "In your words.")
        String what = "";

        @Option(names = "--from", required = true, paramLabel = "D", description = "First day, UTC.")
        LocalDate from = LocalDate.EPOCH;

        @Option(names = "--until", required = true, paramLabel = "D", description = "Last day, UTC.")
        LocalDate until = LocalDate.EPOCH;

        @Option(names = "--where", paramLabel = "K=V", description = "Slice; several narrow it down.")
        List<String> where = List.of();

        @Option(names = "--workload", paramLabel = "W", description = "name or namespace/name")
        @Nullable
        String workload;

        @Option(names = "--everywhere", description = "In all that is billed and measured.")
        boolean everywhere;

        @Option(names = "--up-to", paramLabel = "SIZE", description = "Largest change, up or down: \"500 USD\", 20%%, or both.")
        List<String> sizes = List.of();

        @Override
        public int run(CliContext context) {
            if (until.isBefore(from)) {
                throw StepFailure.wrongUsage("PLANNED_DAYS", "It would end on " + until + ", before it starts.",
                        "Name the first and the last day, both in UTC.");
            }
            Workbench workbench = context.workbench();
            SeriesKey slice = slice(workbench);
            if (everywhere && !slice.dimensions().isEmpty()) {
                throw StepFailure.wrongUsage("PLANNED_NOWHERE", "It can't be everywhere and in one slice.",
                        "Leave --everywhere out, or --where and --workload.");
            }
            Days days = new Days(from, until);
            PlannedActivity activity = everywhere
                    ? PlannedActivity.everywhere(what, days)
                    : PlannedActivity.in(what, days, slice);
            for (String size : sizes) {
                activity = sized(activity, size);
            }
            activity = workbench.anomalies().feedback().plan(activity);
            if (context.json()) {
                context.print(json(context.object(), activity));
            } else {
                context.print("Planned as " + activity.id() + ".");
            }
            return 0;
        }

        private SeriesKey slice(Workbench workbench) {
            TreeMap<String, String> dimensions = new TreeMap<>();
            for (CostFilter each : FilterOptions.of(where)) {
                if (each.values().size() > 1) {
                    throw StepFailure.wrongUsage("FILTER", each.dimension() + " can't be two things at once.",
                            "Plan one activity for each.");
                }
                dimensions.put(each.dimension(), each.values().getFirst());
            }
            if (workload != null) {
                WorkloadKey key = ScenarioRows.workload(workbench, workload).key();
                dimensions.put("workload", key.namespace() + "/" + key.kind() + "/" + key.name());
            }
            return new SeriesKey(dimensions);
        }

        private static PlannedActivity sized(PlannedActivity activity, String size) {
            Matcher matcher = SIZE.matcher(size.strip());
            if (!matcher.matches()) {
                throw StepFailure.wrongUsage("PLANNED_SIZE", size + " is neither money nor per cent.",
                        "Write it as \"500 USD\" or 20%.");
            }
            BigDecimal amount = new BigDecimal(matcher.group(1));
            return matcher.group(2).equals("%")
                    ? activity.upToPercent(amount)
                    : activity.upTo(new Money(amount, matcher.group(2).toUpperCase(Locale.ROOT)));
        }
    }

    @Command(name = "list", description = "All of them, the earliest first.")
    static final class Listing implements CliCommand {
        @Override
        public int run(CliContext context) {
            Feedback feedback = context.workbench().anomalies().feedback();
            List<PlannedActivity> all = feedback.planned();
            if (context.json()) {
                ArrayNode list = context.array();
                all.forEach(each -> json(list.addObject(), each).put("note", feedback.narrowed(each).orElse("")));
                context.print(list);
            } else {
                TextTable table = new TextTable("id", "from", "until", "up to", "where", "what");
                all.forEach(each -> {
                    table.row(each.id(), each.days().from(), each.days().to(), size(each),
                            each.where().dimensions().isEmpty() ? "everywhere" : each.where().text(), each.what());
                    table.note(feedback.narrowed(each).orElse(""));
                });
                table.print(context.out());
            }
            return 0;
        }
    }

    @Command(name = "remove", description = "Takes a planned activity back.")
    static final class Remove implements CliCommand {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";

        @Override
        public int run(CliContext context) {
            context.workbench().anomalies().feedback().unplan(id);
            if (context.json()) {
                context.print(context.object().put("removed", id));
            } else {
                context.print(id + " is no longer planned.");
            }
            return 0;
        }
    }

    private static String size(PlannedActivity activity) {
        List<String> sizes = new ArrayList<>();
        if (activity.upTo() != null) {
            sizes.add(TextTable.money(activity.upTo()));
        }
        if (activity.upToShare() != null) {
            sizes.add(Json.plain(activity.upToShare()) + " %");
        }
        return String.join(", ", sizes);
    }

    private static ObjectNode json(ObjectNode object, PlannedActivity activity) {
        Money most = activity.upTo();
        BigDecimal share = activity.upToShare();
        object.put("id", activity.id()).put("what", activity.what()).put("from", activity.days().from().toString())
                .put("until", activity.days().to().toString());
        Json.texts(object, "where", activity.where().dimensions());
        return object.put("upTo", most == null ? null : most.plain())
                .put("currency", most == null ? null : most.currency())
                .put("upToPercent", share == null ? null : Json.plain(share));
    }
}
