package io.plimsoll.analysis.quality.bill;

import java.util.List;

import io.plimsoll.analysis.quality.QualityEvent;

/// Looks for one sort of fault in a bill. Stateless.
interface BillCheck {
    /// @param volume of the bill; days after its last complete one are not judged
    List<QualityEvent> of(Bill bill, Volume volume);
}
