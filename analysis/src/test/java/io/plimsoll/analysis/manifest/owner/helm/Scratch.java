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
    for (String d: a) { var files=files(Path.of(d)); long t0=System.nanoTime(); Trace t=Owners.trace(files,Cancellation.never()); long ms=(System.nanoTime()-t0)/1000000; System.out.println("ms "+ms+" files "+files.size());
      System.out.println("== "+d+" fields "+t.fields().size()+" unresolved "+t.unresolved().size()+" notverified "+t.fields().stream().filter(f->f.note().contains("not verified")).count()+" noted "+t.fields().stream().filter(f->!f.note().isEmpty()).count()+" values "+t.fields().stream().filter(f->f.kind().equals("HelmValues")).count());
      t.fields().stream().filter(f->!f.kind().equals("HelmValues")||a.length<3).filter(f->a.length==1).forEach(f->System.out.println(f.root()+" "+f.kind()+" "+f.name()+" "+f.container()+" "+f.field()+"="+f.value()+" <- "+f.origin()+" | "+f.shadowed()+" | "+f.note()+" | shared "+f.sharedBy()));
      t.unresolved().forEach(u->System.out.println("   ! "+u)); }
  }
}
