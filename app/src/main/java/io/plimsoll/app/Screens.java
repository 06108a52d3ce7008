package io.plimsoll.app;

import java.util.List;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesScreen;
import io.plimsoll.app.screen.changes.ChangesScreen;
import io.plimsoll.app.screen.drift.DriftScreen;
import io.plimsoll.app.screen.explore.ExploreScreen;
import io.plimsoll.app.screen.forecast.ForecastScreen;
import io.plimsoll.app.screen.idle.IdleView;
import io.plimsoll.app.screen.imports.ImportsView;
import io.plimsoll.app.screen.observability.ObservabilityView;
import io.plimsoll.app.screen.overview.OverviewView;
import io.plimsoll.app.screen.quality.QualityView;
import io.plimsoll.app.screen.repository.RepositoryScreen;
import io.plimsoll.app.screen.rightsizing.RightsizingView;
import io.plimsoll.app.screen.sql.SqlView;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// Every screen, in the order in which the navigator lists them. A new one is a folder and a line here.
final class Screens {
    private Screens() {
    }

    static List<Screen> all(ScreenContext context) {
        return List.of(
                Screen.of("overview", ScreenGroup.LOOK, Messages.text("screen.overview"),
                        () -> new OverviewView(context)),
                ExploreScreen.of(context),
                AnomaliesScreen.of(context),
                ForecastScreen.of(context),
                Screen.of("rightsizing", ScreenGroup.DECIDE, Messages.text("screen.rightsizing"),
                        () -> new RightsizingView(context)),
                Screen.of("idle", ScreenGroup.DECIDE, Messages.text("screen.idle"), () -> new IdleView(context)),
                ChangesScreen.of(context),
                RepositoryScreen.of(context),
                DriftScreen.of(context),
                Screen.of("quality", ScreenGroup.TRUST, Messages.text("screen.quality"),
                        () -> new QualityView(context)),
                Screen.of("observability", ScreenGroup.TRUST, Messages.text("screen.observability"),
                        () -> new ObservabilityView(context)),
                Screen.of("imports", ScreenGroup.DATA, Messages.text("screen.imports"), () -> new ImportsView(context)),
                Screen.of("sql", ScreenGroup.DATA, Messages.text("screen.sql"), () -> new SqlView(context)));
    }
}
