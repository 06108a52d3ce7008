package io.plimsoll.app;

import java.util.List;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.app.control.CurrencyChoice;

/// Lets tests of other packages see what the currency chip offers.
public final class CurrencyChoicesProbe {
    private CurrencyChoicesProbe() {
    }

    public static List<String> titles(Workbench workbench) {
        return new WorkspaceChoices(workbench).currencies().stream().map(CurrencyChoice::title).toList();
    }

    public static String hintWithoutRates(Workbench workbench) {
        return CurrencyChoices.hint(workbench.billing().summary().currencies(), List.of());
    }
}
