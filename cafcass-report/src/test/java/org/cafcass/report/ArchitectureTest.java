package org.cafcass.report;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** The rules of the house that the compiler does not hold; {@code docs/design.md} tells why. */
@AnalyzeClasses(packages = "org.cafcass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule EACH_MODULE_USES_ONLY_THOSE_BELOW_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("org.cafcass.model..")
            .layer("metrics")
            .definedBy("org.cafcass.metrics..")
            .layer("workload")
            .definedBy("org.cafcass.workload..")
            .layer("report")
            .definedBy("org.cafcass.report..")
            .whereLayer("report")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("workload")
            .mayOnlyBeAccessedByLayers("report")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("workload", "report")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("metrics", "workload", "report");

    /* The entry point calls the commands; a module's exception is thrown by all of its packages. */
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.cafcass.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(type(Main.class), alwaysTrue())
            .ignoreDependency(alwaysTrue(), assignableTo(RuntimeException.class));

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_AFTER_THE_FIELD = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..impl..",
                    "..dto..",
                    "..common..",
                    "..helper..",
                    "..internal..",
                    "..misc..");

    @ArchTest
    static final ArchRule NOTHING_READS_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule NOTHING_DRAWS_UNSEEDED = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule NO_CLASS_NAMED_IN_DATA_IS_LOADED = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .callMethod(Class.class, "forName", String.class);

    @ArchTest
    static final ArchRule LOGGING_STAYS_WHERE_EXTRACTS_ARE_READ = noClasses()
            .that()
            .resideOutsideOfPackage("org.cafcass.model.extract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_SHOW_NO_GUAVA = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(notShow(resideInAPackage("com.google.."), "a type of Guava"));

    @ArchTest
    static final ArchRule GENERATED_TYPES_ARE_HIDDEN =
            classes().that().haveSimpleNameStartingWith("Immutable").should().bePackagePrivate();

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_SHOW_NO_GENERATED_TYPE = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(notShow(simpleNameStartingWith("Immutable"), "a generated type"));

    private static ArchCondition<JavaCodeUnit> notShow(DescribedPredicate<? super JavaClass> type, String described) {
        return new ArchCondition<>("not show " + described) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .filter(type)
                        .forEach(shown -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + shown.getName())));
            }
        };
    }
}
