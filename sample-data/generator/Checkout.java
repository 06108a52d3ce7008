import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the GitOps tree after commit N (all commits without N) to a folder: `java Checkout.java DIR [N]`.
final class Checkout {
    static void main(String[] args) throws Exception {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
        for (Map.Entry<String, String> file : tree(count).entrySet()) {
            Path path = Path.of(args[0]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /// The files of the tree after the first `count` commits, by path.
    static Map<String, String> tree(int count) {
        Map<String, String> tree = new TreeMap<>();
        List<?> commits = (List<?>) Json.read(Output.read("gitops/history.json"));
        commits.stream().limit(count).map(Map.class::cast).forEach(commit -> {
            ((Map<?, ?>) commit.get("put"))
                    .forEach((path, file) -> tree.put(path.toString(), Output.read("gitops/" + file)));
            ((List<?>) commit.get("delete")).forEach(tree::remove);
        });
        return tree;
    }
}
