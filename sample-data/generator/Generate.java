/// Makes the sample: `java sample-data/generator/Generate.java` from the root of the project. Reads the first commit of
/// `gitops/files`, which is written by hand; writes everything else.
final class Generate {
    static void main() {
        Billing billing = new Billing();
        billing.write();
        Telemetry telemetry = new Telemetry();
        telemetry.write();
        new Drivers().write();
        new History().write();
        new Cluster().write();
        new Answers(billing, telemetry).write();
    }
}
