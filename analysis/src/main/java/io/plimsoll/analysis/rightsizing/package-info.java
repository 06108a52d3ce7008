/// How small a workload may be made: named strategies, replayed on telemetry they never saw, with a grade and the
/// strongest reason against.
///
/// - Services, which the window and the command line call: `Rightsizing`, and what it hands out, `SizeEffects`, `TradeOffs`, `Outlook`
///   and `WorkloadFigures`; `IdleResources`; `PlainSizes` without a workspace.
/// - What they take: `AdviceQuery`, `WhatIfInput`, `SpotTerms`.
/// - What they return: `WorkloadAdvice` with `Advice` or `VmAdvice`, `WhatIf`, `Frontier`, `FleetFrontier`, `League`, `Breaches`,
///   `LatencyModel`, `JointEffect`, `IdleReport`, and the records in these.
/// - What all rules speak of: `Usage`, `Size`, `Proposal`, `Objection`, `Refusal`, `Grade`, `ResourceRates`, `Strategy`.
///
/// How it is worked out is in the sub-packages, one subject each. All but the services is arrays in, records out: no SQL, no threads.
package io.plimsoll.analysis.rightsizing;
