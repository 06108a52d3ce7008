package io.plimsoll.app.screen.rightsizing;

import java.util.List;

import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.MoneyFormat;

/// The words of an advice for a machine.
final class MachineAnswer {
    static final List<String> ROWS = List.of("cost", "type", "vcpu", "memory", "hour");

    private MachineAnswer() {
    }

    static void show(AnswerGrid grid, WorkloadAdvice advice, VmAdvice vm) {
        grid.line("cost", advice.monthlyNow() == null ? Formats.NONE : MoneyFormat.brief(advice.monthlyNow()),
                advice.monthlyThen() == null ? Formats.NONE : MoneyFormat.brief(advice.monthlyThen()), "");
        VmType now = vm.current();
        VmType then = vm.proposed();
        grid.line("type", now.name(), then.name(), "");
        grid.line("vcpu", Formats.number(now.vcpu(), 0), Formats.number(then.vcpu(), 0),
                Formats.number(vm.need().vcpu(), 1));
        grid.line("memory", Formats.number(now.memoryGib(), 0), Formats.number(then.memoryGib(), 0),
                Formats.number(vm.need().memoryGib(), 1));
        grid.line("hour", now.pricePerHour().plain(), then.pricePerHour().plain(), "");
    }
}
