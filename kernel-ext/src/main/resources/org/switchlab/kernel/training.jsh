var stored = Files.createTempFile("switchlab-training", ".csv");
Files.writeString(stored, "arrayBytes,strideBytes,estimateNs\n1024,0,1000.5\n2048,0,1010.5\n1024,8,1020\n2048,8,1040\n");
var table = Table.read().csv(tech.tablesaw.io.csv.CsvReadOptions.builder(stored.toString())
    .columnTypes(new ColumnType[] {ColumnType.LONG, ColumnType.LONG, ColumnType.DOUBLE}));
Files.delete(stored);
table
----
var chart = new XYChartBuilder().width(800).height(500).title("training").xAxisTitle("B").yAxisTitle("ns").build();
for (var slice : table.splitOn("strideBytes")) {
    var part = slice.asTable();
    chart.addSeries(part.name(), part.longColumn("arrayBytes").asDoubleArray(), part.doubleColumn("estimateNs").asDoubleArray());
}
chart
----
record Pair(String name, double valueNs) {}
List.of(new Pair("a", 1), new Pair("b", 2)).stream().mapToDouble(Pair::valueNs).sum()
----
System.out.println(IntStream.range(0, 10).boxed().collect(Collectors.toList()));
