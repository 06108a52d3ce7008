package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// What stands in place of sliders for a machine: what it needs, and the types that it could be, with those that are too small.
final class MachinePanel {
    private static final double ROW = 24;
    /// Types that are too small, above the first that fits: the cheapest that almost fit.
    private static final int TOO_SMALL = 2;
    private static final int MOST = 12;

    private MachinePanel() {
    }

    static Node of(ScreenContext context, VmAdvice vm, List<VmType> types) {
        Label need = new Label(Messages.text("rightsizing.machine.need", Formats.number(vm.need().vcpu(), 1),
                Formats.number(vm.need().memoryGib(), 1)));
        need.getStyleClass().add("pl-dim");
        need.setWrapText(true);
        need.setMinHeight(Region.USE_PREF_SIZE);
        PagedTable<VmType> table = new PagedTable<>(context.tasks(), Messages.text("rightsizing.machine.candidates"),
                List.of(Column.<VmType>text("type", Messages.text("rightsizing.answer.type"), 92, VmType::name).unsortable(),
                        Column.<VmType>text("size", Messages.text("rightsizing.machine.size"), 62,
                                each -> Formats.number(each.vcpu(), 0) + " / " + Formats.number(each.memoryGib(), 0))
                                .unsortable(),
                        Column.<VmType>number("price", Messages.text("rightsizing.machine.price"), 62,
                                each -> MoneyFormat.brief(each.pricePerHour().times(
                                        io.plimsoll.analysis.rightsizing.ResourceRates.MONTH_HOURS)))
                                .unsortable(),
                        Column.<VmType>node("mark", "", 74, each -> mark(vm, each), each -> pill(vm, each)).unsortable()));
        List<VmType> shown = shown(vm, types);
        table.show((request, cancellation) -> Page.of(shown, request));
        table.view().setId("rightsizing-types");
        table.view().setFixedCellSize(ROW);
        VBox box = new VBox(6, need, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        return box;
    }

    /// The cheapest that fit with a few that just don't, and always the present type and the proposed one.
    static List<VmType> shown(VmAdvice vm, List<VmType> types) {
        List<VmType> small = types.stream().filter(each -> !vm.need().metBy(each)).toList();
        List<VmType> fitting = types.stream().filter(vm.need()::metBy).toList();
        List<VmType> shown = new ArrayList<>(fitting.subList(0, Math.min(MOST, fitting.size())));
        if (!fitting.isEmpty()) {
            List<VmType> almost = small.stream()
                    .filter(each -> each.pricePerHour().compareTo(fitting.getFirst().pricePerHour()) <= 0).toList();
            shown.addAll(almost.subList(Math.max(0, almost.size() - TOO_SMALL), almost.size()));
        }
        for (VmType always : List.of(vm.current(), vm.proposed())) {
            if (!shown.contains(always)) {
                shown.add(always);
            }
        }
        shown.sort(java.util.Comparator.comparing(VmType::pricePerHour).thenComparing(VmType::name));
        return shown;
    }

    private static String mark(VmAdvice vm, VmType type) {
        String key = type.equals(vm.proposed()) && !vm.proposed().equals(vm.current())
                ? "chosen"
                : type.equals(vm.current()) ? "present" : vm.need().metBy(type) ? "" : "tooSmall";
        return key.isEmpty() ? "" : Messages.text("rightsizing." + key);
    }

    private static Node pill(VmAdvice vm, VmType type) {
        String text = mark(vm, type);
        return text.isEmpty()
                ? new Region()
                : new Pill(text, type.equals(vm.current()) ? Tone.NEUTRAL : vm.need().metBy(type) ? Tone.GOOD : Tone.WARN);
    }
}
