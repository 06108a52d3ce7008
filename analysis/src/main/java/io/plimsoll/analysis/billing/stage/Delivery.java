package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.List;

/// A layout in which a provider delivers exports to a bucket, here copied to a folder. Stateless.
///
/// Providers deliver a month again and again and leave what is out of date beside it, so the manifest decides what is loaded.
interface Delivery {
    /// Every layout that is known. A new one is a class and a name here.
    List<Delivery> ALL = List.of(new DataExportDelivery(), new CurDelivery());

    /// Whether a manifest is of this layout.
    boolean recognises(Manifest manifest);

    /// Of this layout's manifests those that count; the others are copies or older.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure DELIVERY_AMBIGUOUS if nothing tells which is the newest
    List<Manifest> current(List<Manifest> manifests);

    /// The files that a delivery consists of, as the provider names them: keys in a bucket, or addresses.
    List<String> keys(Manifest manifest);

    /// The columns that its files should have; none if the manifest doesn't say.
    List<String> columns(Manifest manifest);

    /// The folder in which this export's files that the manifest doesn't name are of older deliveries.
    Path scope(Manifest manifest);

    /// The folder below which its files are looked for.
    Path root(Manifest manifest);
}
