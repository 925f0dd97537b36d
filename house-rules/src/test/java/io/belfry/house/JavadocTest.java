package io.belfry.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The SPIs are a contract: each public type and method of theirs says what it means. */
class JavadocTest {

  @Test
  void what_the_api_shows_is_documented() throws IOException {
    List<Path> sources = Repository.sources("api/src/main/java").stream()
        .map(Repository::absolute)
        .toList();
    assertThat(sources).isNotEmpty();
    assertThat(undocumented(sources)).isEmpty();
  }

  private static List<String> undocumented(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(
          null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      Undocumented scanner = new Undocumented(DocTrees.instance(task));
      task.parse().forEach(unit -> scanner.scan(unit, null));
      return scanner.found;
    }
  }

  private static final class Undocumented extends TreePathScanner<Void, Void> {

    private final List<String> found = new ArrayList<>();
    private final DocTrees documentation;

    Undocumented(DocTrees documentation) {
      this.documentation = documentation;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isShown(type.getModifiers())) {
        return null;
      }
      demand(type.getSimpleName());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (isShown(method.getModifiers()) && !isOverride(method) && !isCompactConstructor(method)) {
        demand(method.getName());
      }
      return null;
    }

    private void demand(CharSequence name) {
      TreePath path = getCurrentPath();
      if (documentation.getDocComment(path) == null) {
        CompilationUnitTree unit = path.getCompilationUnit();
        long position = documentation.getSourcePositions().getStartPosition(unit, path.getLeaf());
        found.add(unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(position)
            + " " + name);
      }
    }

    private boolean isShown(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || (isInInterface() && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private boolean isInInterface() {
      TreePath parent = getCurrentPath().getParentPath();
      return parent != null && parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    /** The components are documented with the record. */
    private boolean isCompactConstructor(MethodTree method) {
      return method.getName().contentEquals("<init>")
          && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    private static boolean isOverride(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
  }
}
