/**
 * The data generator. Start at {@link isuumo.generator.Main} (command line) or {@link isuumo.generator.DataSet} (library).
 *
 * <pre>
 * Main -> DataSet -> OutputDirectory              which files are ours, and whether they are complete
 *                 -> ChairMaker, EstateMaker      item n of a kind, from the seed and n alone
 *                 -> TextFiles                    the files that are no pictures: SqlInserts, ConditionDocument, JSON lines
 *                 -> PictureFiles                 thumbnail n of a kind, drawn from its hash by isuumo.generator.picture
 * </pre>
 *
 * Same options, same bytes, on every machine, JDK and number of cores: every random draw comes from {@link
 * isuumo.generator.Dice}, every item has dice of its own, and no file depends on the order of the work.
 */
package isuumo.generator;
