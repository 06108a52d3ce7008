package io.plimsoll.analysis.manifest.owner.helm;
import java.nio.file.*; import java.util.*;
import io.plimsoll.analysis.manifest.owner.tree.*;
import io.plimsoll.analysis.manifest.owner.helm.template.*;
import io.plimsoll.analysis.manifest.owner.helm.value.*;
public class Scratch2 { public static void main(String[] a) throws Exception {
  var files=Scratch.files(Path.of(a[0])); var s=new Sources(files); var c=new Charts(s, files.keySet()); var ch=c.at(a[1]).get();
  var set=new TemplateSet(ch.templates());
  var dot=new HelmValue.Table().with("Values", ChartValues.of(ch,new HelmValue.Table()).getFirst().values()).with("Release",new HelmValue.Table().with("Name",HelmValue.text("rel")).with("Namespace",HelmValue.text("ns"))).with("Chart",ch.meta());
  var r=set.render(a[2],dot); System.out.println(new HelmValue.Text(r.pieces()).text()); System.out.println(r.unclear()); } }
