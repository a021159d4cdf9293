package org.oneroster4j.importer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know whom. Where this fails, the change belongs into another module, or the direction has to be talked over. */
@AnalyzeClasses(packages = "org.oneroster4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Tables whose keys are written in the code. */
    private static final Set<String> BOUNDED_TABLES = Set.of(
            "keys of org.oneroster4j.model.finding.FindingCode",
            "keys of org.oneroster4j.model.Vocabulary",
            "keys of java.nio.file.OpenOption");

    private static final String MODEL = "org.oneroster4j.model..";
    private static final String CSV = "org.oneroster4j.csv..";
    private static final String IMPERO = "org.oneroster4j.impero..";
    private static final String IMPORTER = "org.oneroster4j.importer..";

    @ArchTest
    static final ArchRule modelKnowsNobody = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CSV, IMPERO, IMPORTER, "org.hibernate..", "com.univocity..");

    @ArchTest
    static final ArchRule modelTouchesNoFile = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..");

    @ArchTest
    static final ArchRule csvKnowsTheModelAlone = noClasses()
            .that()
            .resideInAPackage(CSV)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(IMPERO, IMPORTER);

    @ArchTest
    static final ArchRule mappingKnowsTheModelAlone = noClasses()
            .that()
            .resideInAPackage(IMPERO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CSV, IMPORTER, "com.univocity..", "org.hibernate..");

    @ArchTest
    static final ArchRule mappingTouchesNoFile = noClasses()
            .that()
            .resideInAPackage(IMPERO)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..");

    @ArchTest
    static final ArchRule oneClassKnowsUnivocity = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.oneroster4j.csv.internal.UnivocityTokenizer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.univocity..");

    @ArchTest
    static final ArchRule internalsOfCsvAreItsOwn = classes()
            .that()
            .resideInAPackage("org.oneroster4j.csv.internal..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(CSV);

    @ArchTest
    static final ArchRule internalsOfMappingAreItsOwn = classes()
            .that()
            .resideInAPackage("org.oneroster4j.impero.internal..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(IMPERO);

    @ArchTest
    static final ArchRule librariesDoNotLogNorReadYaml = noClasses()
            .that()
            .resideInAnyPackage(MODEL, CSV, IMPERO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "com.fasterxml.jackson..", "info.picocli..");

    @ArchTest
    static final ArchRule packagesOfTheImporterAreNoCircle =
            slices().matching("org.oneroster4j.importer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheMappingAreNoCircle =
            slices().matching("org.oneroster4j.impero.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheReaderAreNoCircle = slices().matching(
                    "org.oneroster4j.csv.(check|write|delta|anonymise)..")
            .should()
            .beFreeOfCycles();

    /**
     * Keys that collide can be written of texts, lists and records. A hash table sorts those of one value if they have an order;
     * else it searches through all of them.
     */
    @Test
    void keysOfHashTablesHaveAnOrder() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.oneroster4j");
        Set<String> without = new TreeSet<>();
        for (JavaField field :
                all.stream().flatMap(type -> type.getFields().stream()).toList()) {
            boolean isTable = field.getRawType().isAssignableTo(Map.class)
                    || field.getRawType().isAssignableTo(Set.class);
            // What tests share is in a jar, which the option above does not leave out.
            boolean isOfTests = field.getOwner().getPackageName().startsWith("org.oneroster4j.testing");
            if (isTable && !isOfTests && field.getType() instanceof JavaParameterizedType type) {
                JavaType key = type.getActualTypeArguments().get(0);
                boolean isOrdered = key.toErasure().isAssignableTo(Comparable.class)
                        || key.toErasure().isEquivalentTo(Class.class);
                if (!isOrdered) {
                    without.add(field.getFullName() + " has keys of " + key.getName());
                }
            }
        }
        assertThat(without).allMatch(field -> BOUNDED_TABLES.stream().anyMatch(field::contains));
    }

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.oneroster4j");
        Set<String> packages = new TreeSet<>();
        all.forEach(type -> packages.add(type.getPackageName()));
        packages.remove("org.oneroster4j");

        assertThat(packages).hasSizeGreaterThan(10);
        for (String name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }
}
