package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.billing.load.Importer;
import io.plimsoll.analysis.billing.price.BillPrices;
import io.plimsoll.analysis.billing.price.Catalogue;
import io.plimsoll.analysis.billing.price.ListPrices;
import io.plimsoll.analysis.billing.price.UserPrices;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// What things cost: the catalogue of published prices that ships with the program, and the user's lists on top. A price that is not
/// known stays unknown. Nothing is read before the first question. Safe from any thread.
public final class Prices {
    private final Workspace workspace;
    private final Catalogue catalogue;

    Prices(Workspace workspace) {
        this.workspace = workspace;
        this.catalogue = new Catalogue(workspace);
    }

    /// The user's price in force on that day, else the catalogue's; empty if neither knows one.
    ///
    /// @throws StepFailure STAGING_WRITE
    public Optional<Price> find(PriceQuery query) {
        return new UserPrices(workspace.database()).find(query)
                .or(() -> new ListPrices(catalogue, List.of(query.type())).find(query));
    }

    /// Instance types whose size is known and that the region's newest table of published prices has, by name. The table of 2022 is
    /// too old for it: regions that only it has give none.
    ///
    /// @throws StepFailure STAGING_WRITE
    public List<MachineType> machines(String provider, String region) {
        return catalogue.machines(provider, region);
    }

    /// Loads a price list (`provider,region,type,option,unit,price,currency,valid_from`), whole or not at all. A price of the same
    /// thing and day makes way.
    ///
    /// @throws StepFailure what `BillingStager` says of a file; ROW_UNREADABLE, ROW_TWICE
    public ImportResult importList(List<Path> files, Progress progress, Cancellation cancellation) {
        return new Importer(workspace).run(new ImportRequest(files, Datasets.PRICES.profile(), false), progress,
                cancellation);
    }

    /// Every list price that the bill states for an hour of an instance type, against the catalogue.
    ///
    /// @throws StepFailure STAGING_WRITE
    public PriceCheck check(Cancellation cancellation) {
        return new BillPrices(workspace.database(), catalogue).check(cancellation);
    }
}
