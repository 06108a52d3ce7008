package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.PriceCheck;
import io.plimsoll.analysis.billing.PriceCheck.State;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "prices", description = "Published prices with their dates, and your own price lists.", subcommands = {
    PricesCommand.Load.class, PricesCommand.Show.class, PricesCommand.Check.class})
final class PricesCommand {
    @Command(name = "import", description = "Loads a CSV provider,region,type,option,unit,price,currency,valid_from; it wins over the catalogue.")
    static final class Load implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        public int run(CliContext context) {
            LoadedTable.print(context, "prices", context.workbenchOrNew().billing().prices().importList(files,
                    context.progress(), Cancellation.never()));
            return 0;
        }
    }

    @Command(name = "show", description = "One price with its date, its source, and whether it is an estimate.")
    static final class Show implements CliCommand {
        @Option(names = "--provider", required = true, paramLabel = "P", description = "aws, azure, gcp, oci, or as in your list.")
        String provider = "";

        @Option(names = "--region", required = true, paramLabel = "R", description = "As the bill's RegionId: us-east-1.")
        String region = "";

        @Option(names = "--type", required = true, paramLabel = "T", description = "Instance type, storage item, part number, or a default rate such as CPU.")
        String type = "";

        @Option(names = "--option", paramLabel = "O", defaultValue = "on_demand", description = "on_demand (default), spot, or a reserved term.")
        String option = "";

        @Option(names = "--on", paramLabel = "DAY", description = "The day it is to hold on; without it today, in UTC.")
        @Nullable
        LocalDate day;

        @Override
        public int run(CliContext context) {
            PriceQuery query = new PriceQuery(provider, region, type, option(), day());
            Price price = context.workbench().billing().prices().find(query).orElseThrow(() -> StepFailure.badInput(
                    "PRICE_UNKNOWN",
                    "Neither your lists nor the catalogue has a price of " + type + " (" + query.option().id() + ") in "
                            + region + " of " + provider + " on " + query.day() + ".",
                    "Check the spelling, or load your price with: plimsoll prices import FILE."));
            if (context.json()) {
                context.print(json(context.object(), price).put("on", query.day().toString()));
            } else {
                context.print(price.price().plain() + " " + price.price().currency() + " per " + price.unit() + " "
                        + price.basis()
                        + (price.date().isEmpty() ? "" : " " + price.date()));
                context.print(price.how() + "; " + price.source()
                        + (price.licence().isEmpty() ? "" : " (" + price.licence() + ")"));
            }
            return 0;
        }

        private PurchaseOption option() {
            return PurchaseOption.byId(option).orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_OPTION",
                    option + " is no way to buy.", "One of: " + String.join(", ",
                            List.of(PurchaseOption.values()).stream().map(PurchaseOption::id).toList()) + "."));
        }

        private LocalDate day() {
            return day != null ? day : LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        }
    }

    @Command(name = "check", description = "The bill's list prices against the catalogue; exit code 1 where a published one differs.")
    static final class Check implements CliCommand {
        @Override
        public int run(CliContext context) {
            PriceCheck check = context.workbench().billing().prices().check(Cancellation.never());
            if (context.json()) {
                ObjectNode document = context.object();
                for (State state : State.values()) {
                    document.put(state.id(), check.count(state));
                }
                var rows = document.putArray("rows");
                check.rows().forEach(row -> json(rows.addObject(), row));
                context.print(document);
            } else {
                print(context, check);
            }
            return check.holds() ? 0 : 1;
        }
    }

    private static ObjectNode json(ObjectNode object, Price price) {
        return object.put("provider", price.provider()).put("region", price.region()).put("type", price.type())
                .put("option", price.option().id()).put("price", price.price().plain())
                .put("currency", price.price().currency()).put("unit", price.unit())
                .put("date", price.date().isEmpty() ? null : price.date()).put("basis", price.basis().id())
                .put("how", price.how()).put("source", price.source())
                .put("licence", price.licence().isEmpty() ? null : price.licence());
    }

    private static void json(ObjectNode object, PriceCheck.Row row) {
        object.put("provider", row.provider()).put("region", row.region()).put("type", row.type())
                .put("option", row.option().id()).put("billed", row.billed().plain())
                .put("currency", row.billed().currency()).put("charges", row.charges())
                .put("first", row.first().toString()).put("last", row.last().toString()).put("state", row.state().id())
                .put("difference", row.difference() == null ? null : Json.plain(row.difference()));
        Price price = row.catalogue();
        if (price == null) {
            object.putNull("catalogue");
        } else {
            json(object.putObject("catalogue"), price);
        }
    }

    private static void print(CliContext context, PriceCheck check) {
        TextTable table = new TextTable("provider", "region", "type", ">billed", ">catalogue", "currency",
                ">difference %", "state", "basis", "date", ">charges");
        for (PriceCheck.Row row : check.rows()) {
            Price price = row.catalogue();
            table.row(row.provider(), row.region(), row.type(), row.billed().plain(),
                    price == null ? "" : price.price().plain(), row.billed().currency(),
                    row.difference() == null ? "" : Json.plain(row.difference().movePointRight(2)), row.state().id(),
                    price == null ? "" : price.basis().id(), price == null ? "" : price.date(), row.charges());
        }
        table.print(context.out());
        context.print(check.count(State.EQUAL) + " list prices equal the catalogue, " + check.count(State.DIFFERENT)
                + " differ, " + check.count(State.UNKNOWN) + " are not in it, "
                + (check.count(State.OTHER_CURRENCY) + check.count(State.OTHER_SYSTEM))
                + " can't be compared (another currency or system).");
    }
}
