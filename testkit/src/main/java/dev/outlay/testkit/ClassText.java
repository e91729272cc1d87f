package dev.outlay.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What only the class file itself tells: its texts, and the names of parameters. */
final class ClassText {
  private static final Pattern EXACT =
      Pattern.compile("(amount|cents|usd|tokens)", Pattern.CASE_INSENSITIVE);
  private static final Set<ClassDesc> FLOATING =
      Set.of(
          ConstantDescs.CD_double,
          ConstantDescs.CD_float,
          ConstantDescs.CD_Double,
          ConstantDescs.CD_Float);
  private static final List<String> KNOW_PATHS =
      List.of("dev.outlay.dataset.catalogue", "dev.outlay.admin", "dev.outlay.simulator");

  private ClassText() {}

  static List<String> breaches(JavaClass type) {
    ClassModel model = model(type);
    List<String> breaches = new ArrayList<>();
    if (KNOW_PATHS.stream().noneMatch(type.getPackageName()::startsWith)) {
      paths(model).forEach(text -> breaches.add(type.getName() + " knows the path " + text));
    }
    rough(model)
        .forEach(name -> breaches.add(type.getName() + " holds " + name + " as a binary fraction"));
    return breaches;
  }

  private static Stream<String> paths(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .filter(StringEntry.class::isInstance)
        .map(entry -> ((StringEntry) entry).stringValue())
        .filter(text -> text.replace("/api/v1/", "").contains("/v1/"));
  }

  private static Stream<String> rough(ClassModel model) {
    Stream<String> fields =
        model.fields().stream()
            .filter(field -> FLOATING.contains(field.fieldTypeSymbol()))
            .map(field -> field.fieldName().stringValue());
    Stream<String> parameters = model.methods().stream().flatMap(ClassText::roughParameters);
    return Stream.concat(fields, parameters).filter(name -> EXACT.matcher(name).find()).distinct();
  }

  private static Stream<String> roughParameters(MethodModel method) {
    List<ClassDesc> types = method.methodTypeSymbol().parameterList();
    List<MethodParameterInfo> named =
        method
            .findAttribute(Attributes.methodParameters())
            .map(attribute -> attribute.parameters())
            .orElse(List.of());
    List<String> rough = new ArrayList<>();
    for (int i = 0; i < Math.min(types.size(), named.size()); i++) {
      if (FLOATING.contains(types.get(i))) {
        named.get(i).name().ifPresent(name -> rough.add(name.stringValue()));
      }
    }
    return rough.stream();
  }

  private static ClassModel model(JavaClass type) {
    Optional<Source> source = type.getSource();
    try (InputStream in = source.orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
