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
            .layer("rehearsal").definedBy("isuumo.rehearsal")
            .layer("recommend").definedBy("isuumo.recommend")
            .layer("features").definedBy("isuumo.chair", "isuumo.estate")
            .layer("catalog").definedBy("isuumo.catalog")
            .layer("site").definedBy("isuumo.site")
            .layer("feed").definedBy("isuumo.feed")
            .layer("cluster").definedBy("isuumo.cluster..")
            .layer("metrics").definedBy("isuumo.metrics")
            .layer("http").definedBy("isuumo.http")
            .layer("store").definedBy("isuumo.store")
            .layer("outcome").definedBy("isuumo.outcome")
            .layer("gtid").definedBy("isuumo.gtid")
            .layer("table").definedBy("isuumo.table")
            .layer("data").definedBy("isuumo.data")
            .layer("segment").definedBy("isuumo.segment")
            .layer("index").definedBy("isuumo.index")
            .layer("gzip").definedBy("isuumo.gzip")
            .whereLayer("wiring").mayNotBeAccessedByAnyLayer()
            .whereLayer("rehearsal").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("recommend").mayOnlyBeAccessedByLayers("wiring", "rehearsal")
            .whereLayer("features").mayOnlyBeAccessedByLayers("wiring", "rehearsal", "recommend")
            .whereLayer("catalog").mayOnlyBeAccessedByLayers("wiring", "rehearsal", "recommend", "features")
            .whereLayer("site").mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("feed").mayOnlyBeAccessedByLayers("wiring", "cluster")
            .whereLayer("cluster").mayOnlyBeAccessedByLayers("wiring", "features", "catalog")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("wiring", "rehearsal", "recommend", "features", "catalog", "site", "cluster",
                    "metrics")
            .whereLayer("metrics").mayOnlyBeAccessedByLayers("wiring", "cluster")
            .whereLayer("store").mayOnlyBeAccessedByLayers("wiring", "features", "catalog", "feed", "cluster")
            .whereLayer("outcome")
            .mayOnlyBeAccessedByLayers("wiring", "features", "catalog", "cluster", "http", "store")
            .whereLayer("table").mayOnlyBeAccessedByLayers("wiring", "features", "catalog", "feed", "http", "store")
            .whereLayer("data").mayOnlyBeAccessedByLayers("wiring", "features", "catalog", "store")
            .whereLayer("segment").mayOnlyBeAccessedByLayers("features", "catalog")
            .whereLayer("index").mayOnlyBeAccessedByLayers("features", "catalog", "segment", "data")
            .whereLayer("gzip").mayOnlyBeAccessedByLayers("features", "catalog", "http");

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
