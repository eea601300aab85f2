package isuumo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports go one way: wiring, features, then what they stand on. */
@AnalyzeClasses(packages = "isuumo", importOptions = DoNotIncludeTests.class)
class ImportsTest {
    @ArchTest
    static final ArchRule packagesImportDownwardsOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("wiring").definedBy("isuumo")
            .layer("recommend").definedBy("isuumo.recommend")
            .layer("features").definedBy("isuumo.chair", "isuumo.estate")
            .layer("site").definedBy("isuumo.site")
            .layer("feed").definedBy("isuumo.feed")
            .layer("cluster").definedBy("isuumo.cluster..")
            .layer("metrics").definedBy("isuumo.metrics")
            .layer("http").definedBy("isuumo.http")
            .layer("store").definedBy("isuumo.store")
            .layer("data").definedBy("isuumo.data")
            .layer("segment").definedBy("isuumo.segment")
            .layer("index").definedBy("isuumo.index")
            .layer("gzip").definedBy("isuumo.gzip")
            .whereLayer("wiring").mayNotBeAccessedByAnyLayer()
            .whereLayer("recommend").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("features").mayOnlyBeAccessedByLayers("wiring", "recommend")
            .whereLayer("site").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("feed").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("cluster").mayOnlyBeAccessedByLayers("wiring", "features")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("wiring", "recommend", "features", "site", "cluster", "metrics")
            .whereLayer("metrics").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("store").mayOnlyBeAccessedByLayers("wiring", "features", "feed", "cluster")
            .whereLayer("data").mayOnlyBeAccessedByLayers("wiring", "features", "store")
            .whereLayer("segment").mayOnlyBeAccessedByLayers("features")
            .whereLayer("index").mayOnlyBeAccessedByLayers("features", "segment", "data")
            .whereLayer("gzip").mayOnlyBeAccessedByLayers("features", "http");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("isuumo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule indexesAndGzipKnowNoSqlAndNoHttp = noClasses().that()
            .resideInAnyPackage("isuumo.index", "isuumo.segment", "isuumo.gzip")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "io.helidon..",
                    "com.fasterxml..", "java.net..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsConnections = noClasses().that().resideOutsideOfPackage("isuumo.store")
            .should().dependOnClassesThat().haveNameMatching("java\\.sql\\.(Connection|Statement|PreparedStatement|"
                    + "ResultSet)");
}
