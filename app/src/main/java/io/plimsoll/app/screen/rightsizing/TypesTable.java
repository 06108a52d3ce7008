package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.rightsizing.ResourceRates;
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

/// The types that a machine could be, with some that are a little too small, by price.
final class TypesTable {
    private static final double ROW = 24;
    private static final int TOO_SMALL = 2;
    private static final int MOST = 12;

    private TypesTable() {
    }

    static Node of(ScreenContext context, VmAdvice vm, List<VmType> types) {
        PagedTable<VmType> table = new PagedTable<>(context.tasks(), Messages.text("rightsizing.machine.candidates"),
                List.of(Column.<VmType>text("type", Messages.text("rightsizing.answer.type"), 150, VmType::name)
                        .unsortable(),
                        Column.<VmType>number("vcpu", Messages.text("rightsizing.answer.vcpu"), 60,
                                each -> Formats.number(each.vcpu(), 0)).unsortable(),
                        Column.<VmType>number("memory", Messages.text("rightsizing.answer.memory"), 92,
                                each -> Formats.number(each.memoryGib(), 0)).unsortable(),
                        Column.<VmType>number("price", Messages.text("rightsizing.machine.price"), 92,
                                each -> MoneyFormat.brief(each.pricePerHour().times(ResourceRates.MONTH_HOURS)))
                                .unsortable(),
                        Column.<VmType>node("mark", Messages.text("rightsizing.machine.fits"), 96,
                                each -> mark(vm, each), each -> pill(vm, each)).unsortable()));
        List<VmType> shown = shown(vm, types);
        table.show((request, cancellation) -> Page.of(shown, request));
        table.view().setId("rightsizing-types");
        table.view().setFixedCellSize(ROW);
        return table;
    }

    /// The cheapest that fit, a few that just don't, and always the present type and the proposed one.
    static List<VmType> shown(VmAdvice vm, List<VmType> types) {
        List<VmType> fitting = types.stream().filter(vm.need()::metBy).toList();
        List<VmType> shown = new ArrayList<>(fitting.subList(0, Math.min(MOST, fitting.size())));
        if (!fitting.isEmpty()) {
            List<VmType> almost = types.stream().filter(each -> !vm.need().metBy(each)
                    && each.pricePerHour().compareTo(fitting.getFirst().pricePerHour()) <= 0).toList();
            shown.addAll(almost.subList(Math.max(0, almost.size() - TOO_SMALL), almost.size()));
        }
        for (VmType always : List.of(vm.current(), vm.proposed())) {
            if (!shown.contains(always)) {
                shown.add(always);
            }
        }
        shown.sort(Comparator.comparing(VmType::pricePerHour).thenComparing(VmType::name));
        return shown;
    }

    static String mark(VmAdvice vm, VmType type) {
        if (type.equals(vm.current())) {
            return Messages.text("rightsizing.present");
        }
        if (type.equals(vm.proposed())) {
            return Messages.text("rightsizing.chosen");
        }
        return vm.need().metBy(type) ? "" : Messages.text("rightsizing.tooSmall");
    }

    private static Node pill(VmAdvice vm, VmType type) {
        String text = mark(vm, type);
        if (text.isEmpty()) {
            return new Region();
        }
        return new Pill(text, type.equals(vm.current()) ? Tone.NEUTRAL : vm.need().metBy(type) ? Tone.GOOD : Tone.WARN);
    }
}
