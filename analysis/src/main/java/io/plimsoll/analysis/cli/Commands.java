package io.plimsoll.analysis.cli;

import java.util.List;

/// Every command, in the order in which help lists them. A new one is a class and a line here.
final class Commands {
    private Commands() {
    }

    static List<Object> all() {
        return List.of(
                new OpenCommand(),
                new DemoCommand(),
                new ImportCommand(),
                new RejectsCommand(),
                new QueryCommand(),
                new CostsCommand(),
                new CubeCommand(),
                new ConformanceCommand(),
                new QualityCommand(),
                new ReconcileCommand(),
                new RatesCommand(),
                new PricesCommand(),
                new AllocateCommand(),
                new DriversCommand(),
                new UnitCostCommand(),
                new AnomaliesCommand(),
                new ExplainCommand(),
                new LabelCommand(),
                new LabelsCommand(),
                new PlannedCommand(),
                new AlertsCommand(),
                new ForecastCommand(),
                new PlansCommand(),
                new RightsizeCommand(),
                new IdleCommand(),
                new ObservabilityCommand(),
                new ScenarioCommand(),
                new WorkloadsCommand(),
                new RepoCommand(),
                new ProposeCommand(),
                new GuardsCommand(),
                new CommitCommand(),
                new UndoCommand(),
                new DriftCommand(),
                new BundleCommand(),
                new FetchCommand(),
                new PushCommand(),
                new ReportCommand(),
                new LedgerCommand(),
                new SeriesCommand(),
                new CauseCommand(),
                new SizesCommand(),
                new ManifestCommand());
    }
}
