package io.interleave;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which way the parts depend, and what lives in one place only. A rule about a package that is still empty
/// holds.
class ArchitectureTest {
    /// Each may use those before it, never those after it.
    private static final List<String> PACKAGES = List.of(
            "model",
            "edit",
            "lint",
            "code",
            "trace",
            "cores",
            "engine",
            "run",
            "analysis",
            "export",
            "view",
            "cli",
            "app");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.interleave");

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_those_before_it() {
        return PACKAGES.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String[] later = PACKAGES.stream()
                            .skip(PACKAGES.indexOf(name) + 1)
                            .map(ArchitectureTest::inside)
                            .toArray(String[]::new);
                    check(noClasses()
                            .that()
                            .resideInAPackage(inside(name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .because("what is used by many must not drag along its users; the order is " + PACKAGES));
                }));
    }

    @Test
    void every_class_lives_in_a_package_of_the_map() {
        String[] known = PACKAGES.stream().map(ArchitectureTest::inside).toArray(String[]::new);
        check(classes()
                .should()
                .resideInAnyPackage(known)
                .because("a package outside the order would be a way around it"));
    }

    @Test
    void analysis_knows_the_model_and_the_trace_alone() {
        check(noClasses()
                .that()
                .resideInAPackage(inside("analysis"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.interleave..")
                        .and(not(resideInAnyPackage(inside("model"), inside("trace"), inside("analysis")))))
                .because("findings are pure functions of a trace, also of one that came from another machine"));
    }

    @Test
    void the_window_and_the_command_line_reach_the_engine_only_through_run() {
        check(noClasses()
                .that()
                .resideInAnyPackage(inside("view"), inside("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("engine"))
                .because("a scenario never runs in the application's own JVM"));
    }

    @Test
    void only_the_window_knows_JavaFX() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("view"), inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("all else runs without a screen, in tests and on servers"));
    }

    @Test
    void the_code_area_that_is_still_incubating_is_known_to_one_class() {
        check(noClasses()
                .that(not(describe(
                        "are CodePane or in it",
                        type -> type.getName().startsWith("io.interleave.view.editor.text.CodePane"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jfx.incubator..")
                .because("it may change with any release, and is then exchanged in one place"));
    }

    @Test
    void the_time_is_read_in_one_place() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.interleave.trace.Clock")
                .should()
                .callMethod(System.class, "nanoTime")
                .because("time is a parameter, and all times of a trace come from one clock"));
    }

    @Test
    void the_window_s_thread_is_entered_in_one_place() {
        Set<JavaClass> callers = CODE.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                        && access.getTarget().getName().equals("runLater"))
                .map(JavaAccess::getOriginOwner)
                .collect(Collectors.toSet());
        assertThat(callers)
                .as("callers of Platform.runLater: one class, so that nobody posts an event per event")
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(resideInAPackage(inside("view")));
    }

    @Test
    void only_the_command_line_and_the_mains_of_processes_print() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(inside("cli"), inside("app"))
                        .and(not(describe(
                                "have a main",
                                type -> type.tryGetMethod("main", String[].class)
                                        .isPresent())))
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because(
                                "standard output carries the result alone, and whoever found a problem does not choose where it goes"));
    }

    @Test
    void nobody_logs_behind_the_user_s_back() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("cli"), inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")
                .because("what goes wrong is a value that reaches the user, in words"));
    }

    @Test
    void only_controllers_have_injected_fields() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(inside("view"))
                .should()
                .beAnnotatedWith("javafx.fxml.FXML")
                .because("all other collaborators come through the constructor"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    private static String inside(String name) {
        return "io.interleave." + name + "..";
    }
}
