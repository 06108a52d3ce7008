package io.plimsoll.analysis.manifest.owner.helm;
import java.nio.file.*; import java.util.*;
import io.plimsoll.analysis.manifest.owner.*;
import io.plimsoll.analysis.manifest.owner.tree.*;
import io.plimsoll.analysis.task.Cancellation;
public class Scratch {
  public static Map<String,byte[]> files(Path root) throws Exception {
    Map<String,byte[]> m=new TreeMap<>();
    try (var s=Files.walk(root)) { for (Path p: (Iterable<Path>) s.filter(Files::isRegularFile)::iterator) m.put(root.relativize(p).toString().replace('\\','/'), Files.readAllBytes(p)); }
    return m; }
  public static void main(String[] a) throws Exception {
    for (String d: a) { var files=files(Path.of(d)); var s=new Sources(files); var c=new Charts(s, files.keySet());
      Trace t=ChartRoots.trace(s,c,new Releases(s,c),Set.of(),Cancellation.never());
      System.out.println("== "+d+" fields "+t.fields().size()+" unresolved "+t.unresolved().size()+" values "+t.fields().stream().filter(f->f.kind().equals("HelmValues")).count());
      t.fields().stream().filter(f->!f.kind().equals("HelmValues")||a.length<3).forEach(f->System.out.println(f.root()+" "+f.kind()+" "+f.name()+" "+f.container()+" "+f.field()+"="+f.value()+" <- "+f.origin()+" | "+f.shadowed()+" | "+f.note()));
      t.unresolved().forEach(u->System.out.println("   ! "+u)); }
  }
}
