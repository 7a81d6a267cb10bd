<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>@default</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> % of the measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({own} {area}-level + {carried} {parent}-level)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> std dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(b): known by {parent} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(in full on the last page of this {parent})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(in full on the last page)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(unrounded: {cutoff})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 says that no measure is above threshold, not that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 says that no measure with a weight above 0 is above threshold, not that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: no measure above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 = greatest need within the parent area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 = greatest need; areas level with each other share a rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is the greatest need; = marks areas level with each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 measure (b); {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 measure; {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: above threshold on {title}; 0: not; no value: no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= marks a rank that is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= marks a rank that is shared. The whole ranking is in part 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {spellings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Shapefile cuts field names at 10 characters, and the field “{field}” would have the name of a need field. Rename it, choose another field prefix, or write to a GeoPackage. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Shapefile cuts field names at 10 characters: {names} came out shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Shapefile has no room for so many fields: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision aid for one decision, not an index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with the same SHA-256 is the same file. On the same machine the same files give this very report again, byte for byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of this project that is gone when QGIS ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer to score in place of the one that the scenario names, with the fields that the scenario names. All its areas count, selected or not. A table without geometry will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A least coverage must be within 0 and 1; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long table is spread with pandas, which this QGIS does not have. Install it (Debian and Ubuntu: the package python3-pandas; Windows: in the OSGeo4W shell, python -m pip install pandas; macOS: the same with QGIS&apos;s own python) and start QGIS again, or give the table with one row an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map for each theme, A3 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map for each theme, A4 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map is being printed from written scores. Write when it is done, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measure known by {parent} only is cut among the {parents}, not among their {areas}, and then carried down to every {area} of the {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measure needs a title and a theme; neither can be left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A multiple of the average must be above 0; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A near-miss band must be within 0 and 1, with at most four decimals; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A need score counts the measures on which an area is beyond the threshold chosen for one decision. It is a decision aid for that decision, not an index to be reused elsewhere.</source>
        <translation>Un score de besoin compte les indicateurs pour lesquels une zone dépasse le seuil choisi pour une décision donnée. C&apos;est une aide à cette décision, et non un indice à réutiliser ailleurs.</translation>
    </message>
    <message>
        <source>A number of areas must be a whole number from 1; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page for each of what the areas lie in, or for those named or in focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario is a JSON file that says which areas are scored, from which tables, by which measures, thresholds and weights. The dock saves it; paths in it are relative to the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario is an object in curly brackets, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score describes a place by published figures, not the people who live there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of 0 means that no measure is above its threshold; it does not mean that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of 0 means that no measure with a weight above 0 is above its threshold; it does not mean that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of 0 says that no measure is above threshold, not that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of 0 says that no measure with a weight above 0 is above threshold, not that there is no need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share must be above 0 and below 100 per cent, with at most two decimals; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet that is no atlas is about one {parent}, or about all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of the areas&apos; codes and the need fields, without geometry, to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with a summary of each table and one row for each finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with “spread” needs its value columns here, or “periods”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with “values” needs the columns to spread by here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template&apos;s name, or the path of a .qpt file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary layer of our own that follows every change; your layer, its style and its edits stay untouched, and the preview is never saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is too long for a need field that “{layer}” has. Make the column of type text, or remove it. Nothing was written. PostgreSQL says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A theme weighs by the weights of its measures, and so by how many it has. The highest possible score is {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A threshold must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A threshold of kind {kind} compares with a figure and takes no ties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A threshold of kind “{kind}” takes no ties. Leave this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of kind “column” takes one column, not {count}. To add columns up, use “sum”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of kind “column” takes one period, so this must be 1. To add up, use “sum”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of kind “{kind}” does not take this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight must be within 0 and 1,000, with at most three decimals; it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worksheet holds {most} rows, and this table has {rows}. Export it as CSV instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A3 portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above and data: how many {areas} are above threshold, and how many have a figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold at the average less {distance} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold at the average plus {distance} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold at {value} times the average or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold at {value} times the average or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold on, by {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold on: {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold where at least {rest} % of the others have less need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold where at most {value} % of the others have more need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold where at most {value}, itself among them, have as much need or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold where fewer than {value} have more need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold where the figure is {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 1 measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add measures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add outlines and names: {parent} (a temporary layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add outlines and names: {parent} (into the same GeoPackage)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tables of figures, or drop files here: CSV, Excel, OpenDocument, GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the area layer to the project again and score it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name} to the project again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added “{layer}”, a temporary layer: make it permanent to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added “{layer}”, kept in the same GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {areas} of {parent} with their reasons: part 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {areas} of {place}, in the order of need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} measures are known by {area}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among ranks 1 to {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area with any figure missing has no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area with data for less than {share} % of the measures has no score. No score is shown as no data, never as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area with figures for fewer of the measures gets no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another choice of measures, thresholds or weights gives another ranking. Those of this report are the choice of its author for its question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another user is writing scores to “{file}”, or was and could not finish. Wait until that is done. If nobody is, look into “{folder}”, in which there may be old parts of the file, and move it away; then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area layer from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area, code, {parent} or measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in place of the scenario&apos;s</source>
        <translation>Zones à la place de celles du scénario</translation>
    </message>
    <message>
        <source>Areas in the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas level at the line are never split: all of them are left out, or all included, as each measure says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are, no rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atlas as a PDF for each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atlas: a page for each borough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author: not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author: {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the output, named after it and the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank for the scenario&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boroughs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boundaries and figures: © their publishers, as listed under sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument or GeoPackage; several at once, or dropped on to this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories by periods that can be measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories by periods that roll on with the next file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories of a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change
%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the chosen rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check tables</source>
        <translation>Vérifier les tables</translation>
    </message>
    <message>
        <source>Choose a row of the table and an area without a row to pair them, or what you did to undo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an area above, or on the map, to see why it has its score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns of the chosen table to be measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the area layer first: a scenario cannot be saved without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer of areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer of areas first; tables are matched with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer of areas under Data to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the newer file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an area to see it on the map and why it has its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to make this column the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to make this row the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this table’s panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this table’s panel; the table stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes and scores without geometry: GeoPackage or CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes or names, apart by semicolons; blank for those that the scenario has in focus, or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column by column, or as categories by periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}”: {count} cells are no number, so missing (row {row}: “{example}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns gone: {count} ({examples})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns in use with cells that are no number: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns new: {count} ({examples})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that can be measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare these {count} areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with all {count} of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {areas} of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {areas} of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with: the areas that the threshold is worked out over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count, not rate: where more people live, more is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts, not rates: {measures}. Places with more people or more visitors have higher counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off {cutoff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off {cutoff}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off: the figure of least need that is above threshold. Above: {areas} above threshold, of those with data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Data for {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of the need scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the ticked figures by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots an inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the layer by its scores, in place of its present style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each measure has a threshold, worked out over what it is compared with. An area beyond it is above threshold on that measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each ticked sheet becomes a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each {area} is compared with the others of its {parent}; the cut-off varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect of ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the search and every filter; the focus stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding: {encoding}; between the cells: {delimiter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal weights, 1 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every column of numbers by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every measure has a figure for every area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight is locked. Unlock one, so that there is something to scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else in the layer stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that the scores depend on, besides the files, in the form that the plugin opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects 1 to {longest} ASCII letters, digits or _, no digit first, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a column name, or an object with “starts” and “latest”, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a finite number, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a list in square brackets, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a list of columns, or “{periods}”, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a number, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a whole number from {least}, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects an object in curly brackets, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects one character that can stand between cells, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects one of {choices}, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects text in quotation marks, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects true or false, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit table of {areas}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the printed map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the ranking of {areas}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures known to be wrong were taken as missing in: {measures} (part 3 says whose).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters and focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>First header row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus: show these only; everything is scored all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus: {parents}; all are scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold this section; with Ctrl, fold the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {count} areas of “{layer}” the database did not keep the scores as they are: a rule or a trigger of the table prevents it, or a column&apos;s type rounds them. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Trouvé dans</translation>
    </message>
    <message>
        <source>Found near it too, under {folder}. Take them as well?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further markers for missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GeoPDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the changes since the scenario was saved; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need by this scenario: ranks 1 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need in {place}: ranks 1 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need: joint rank 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need: rank 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest need: ranks 1 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed from the name; click to turn it round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatched {areas} have no score, for want of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header: row {row}; decimal mark: “{decimal}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header: rows {first} to {last}; decimal mark: “{decimal}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest possible score</source>
        <translation>Score maximal possible</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds a zero character, at which other programs end a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds half a character (a surrogate), which no file can keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds parents by code, but the areas have no “parent_code_field”. Name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds {count} items; at most {most} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many areas are above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many areas have a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many areas the ranking has at most; areas that tie stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many at most; 0 for as many as there is room for. Areas that tie are never torn apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many measures are above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many measures are just below threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many measures have a figure for the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How scores are divided into classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the columns are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the figures lie: dark is above threshold, pale just below. Drag the line to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the file is read, and the columns to tick as measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the scores are distributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the table is read, what matched, and newer files of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the threshold is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the values of the measure lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of the measures above threshold, in scenario order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In alphabetical order: {parents} are not ranked against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In focus, but no {area} lies in them: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In focus: {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the area layer “{layer}”, {count} codes of the field “{field}” are on more than one area: {codes}. Each area needs a code of its own; merge the parts of an area, or choose another code field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the layer without a row: {count}; likely cause: {cause} ({examples}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the scenario, not in use: {measures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table only: {count}, {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table “{table}” ({source}) the columns that begin with “{starts}” are periods of different lengths that overlap: “{one}” and “{other}”. Name the columns one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table “{table}” ({source}) the columns “{one}” and “{other}” are the same period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table, not in the layer: {count}; likely cause: {cause} ({examples}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not add amounts: an area far beyond a threshold counts as much as one just beyond it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say why a figure is high or low, nor what would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {size} MB; at most {most} MB are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a device or a pipe, not a file that holds data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no measure of risk to a person, and says nothing about any one person who lives in an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped at an unforeseen error: {error}. The log has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its table “{table}” cannot be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just below threshold: not above, but among the next {share} % of those compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the style with the layer&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Key column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and rows of the table {table} that are no part of the layer: {count} (part 2 says which).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys gone: {count} ({examples})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys new: {count} ({examples})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys on several rows, the first counts: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only, {count} of the measures: there are no data for {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only, {count} of the measures: {place} is above threshold on none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only, {count} of the measures: {place} is above threshold on {measures}, which adds {points} to every {area}, more where a score is scaled up for missing figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only, {count} of the measures: {place} is above threshold on {measures}, which adds {points} to every {area}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only: {measures}. All {areas} of the same {parent} have the same figure, so these measures cannot tell them apart, and any of them may differ from its {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by {parent} only; every area takes its {parent}&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSOA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12
months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last header row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading zeros put back: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out all that are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out totals rows: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “{measures}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out by you: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let rows count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level at the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed in the scenario, but not there: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed under “options.focus”, but no area lies in them: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed under “{option}”, but not in the layer: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed under “{option}”, but not in the table: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists or objects are nested too deeply to be a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live need score (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the weight of “{measure}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the {count} weights chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what matches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what of {table} matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the columns of {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of: the {area}-level part + the {parent}-level part of the score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made one row a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a sheet from the scores as written and open it in the layout window; template, title and what it is about are chosen under “Options and map”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a layout of the project and open it, to be changed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make measures of what is ticked: top 10 %, weight 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make weights equal, scale them to a sum, or lock some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes rates per 1,000 of counts: choose a population, or type a part of a column’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a temporary copy of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making outlines from “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sheet of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map and ranking, A3 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the need scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers for missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {words} by code: {matched} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {words} by name: {matched} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have at most {decimals} decimals; it is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>Measure “{title}” ({id}): listed under “exclude_areas”, but neither in the layer nor in the table: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure “{title}” ({id}): {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure “{title}” would have no figures: no “{column}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Measures above threshold</source>
        <translation>Indicateurs au-dessus du seuil</translation>
    </message>
    <message>
        <source>Measures and method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures by their numbers; in brackets those just below threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures just below threshold</source>
        <translation>Indicateurs juste sous le seuil</translation>
    </message>
    <message>
        <source>Measures with data</source>
        <translation>Indicateurs renseignés</translation>
    </message>
    <message>
        <source>Measures without a figure for some {areas} (how many): {measures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the layer with the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More need when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More need when {direction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More need when “{value}”: it is either higher (high) or lower (low).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be above {above}; it is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be at least {least}; it is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be at most {most}; it is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not be an empty list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not be blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not hold “{character}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need rank</source>
        <translation>Rang de besoin</translation>
    </message>
    <message>
        <source>Need rank within its parent area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need score</source>
        <translation>Score de besoin</translation>
    </message>
    <message>
        <source>Need score (number of {areas}). Numbers on the map are the ranks 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need score: measures above threshold (not an index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need score: sum of the weights above threshold (not an index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need scores</source>
        <translation>Scores de besoin</translation>
    </message>
    <message>
        <source>Need scores for one decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need scores of “{title}”, written {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need scores: method and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the areas&apos; “{field}”, which is not given. Name that field under “areas”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, open, save: the scenario is everything the scores depend on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next quarter’s download of the same table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area has a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area is found. “Show all” empties the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area lies in “{name}”. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data: {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data: {measures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figure to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key of the table “{table}” ({source}) is in {layer}. The column “{column}” has {given}; the layer has {wanted}. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layers in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure has the id “{id}”. The measures are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure of the scenario is in use; there is nothing to score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measures yet. Add a table of figures under Data; its columns become measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measures yet. Choose a table under Data and tick its columns with “Add measures…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table has the id “{id}”. The tables are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text encoding is called {got}. Try utf-8 or cp1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {area} has a score above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {area} has a score, for want of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: all values are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: more areas are level at the line than were asked for, and areas level at the line are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: no area has a {parent} to be compared within.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: no value reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: the average is not above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: there are fewer than two values to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a text in UTF-8 (at byte {position}). Save the scenario as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all files in “{folder}” could be replaced, and those that were there before could not be put back: {reason}. They are in “{kept}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not drawn, as they have no outline: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found. Where is it now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on to “{layer}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read, as no measure in use needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON at line {line}, column {column}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed before you say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is read from the file has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {file}. Choose the newer download to see what it changes before it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>Nombre de zones</translation>
    </message>
    <message>
        <source>Number of areas with a score</source>
        <translation>Nombre de zones avec un score</translation>
    </message>
    <message>
        <source>Number of boroughs (or whatever the areas lie in) with a page of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings</source>
        <translation>Nombre de constats</translation>
    </message>
    <message>
        <source>Number of measures above threshold, of {measures} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of measures in use</source>
        <translation>Nombre d’indicateurs utilisés</translation>
    </message>
    <message>
        <source>Number of measures just below threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of measures with a value, of {measures} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tables</source>
        <translation>Nombre de tables</translation>
    </message>
    <message>
        <source>Number of {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of {areas} by need score; colours as on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of {areas} scored with some figures missing, so that they could be higher: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of {areas} by score. {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, as in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each {parent} the first {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of pictures, and of what maps are drawn with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the highest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {all} {areas}, {scored} have a score, by {measures} measures. The highest possible score is {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to “{layer}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One borough, A3 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One borough, A4 portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field a measure with 1 above threshold, 0 not above, empty without data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field a theme with the score within it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each {unit}, known by “{column}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the layer of areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this section; with Ctrl, fold the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options and map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines for sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines, where the style is kept, and the scenario that the layer holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF that knows where its map is (GeoPDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, a file for each page of the atlas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of the atlas could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair the ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair the ticked: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair the two chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair {count} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paired by you: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position: from least need to greatest among those compared; the line is the cut-off, the shaded part is above threshold. ● above, ○ just below; a diamond is known by {parent} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed to {count} files in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints a scenario&apos;s map, or an atlas with a page for each borough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probable successors, by name: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programme weights kept in the scenario. Only the weights in use made these scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public perceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose and author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose of this decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every theme&apos;s measures together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every theme&apos;s measures together; drag a row to move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put next quarter’s download in this table’s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this table away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS style (*.qml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank 1 is greatest need. Areas that are level share a rank, and the next rank follows after all of them (1, =2, =2, 4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank in {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank, {area} and score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking of all {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking within each {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from another computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from {source}: {rows} rows, {keys} different keys; rows without a key, left out: {blank}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the files and the area layer again, where they were changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this table from the newer file; undone like any edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads all tables of a scenario, matches them with the areas and reports, without scoring: what was read, which keys match, which do not and the likely cause of each, spellings taken as one, keys on several rows, and cells that are no number. What keeps a table or a measure from being used is a finding too, so that all of it is named at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload tables and areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the table?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{measures}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file of {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports what of a scenario&apos;s tables matches the areas, and what does not and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Revert to saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the table without an area, and areas without a row, each with its cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with fewer cells than most: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with fewer cells than most: {count} (row {rows}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with more cells than most: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with more cells than most: {count} (row {rows}); quotation marks may be missing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario that it was scored with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the style as a QML file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which file it is now, or which layer of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale every weight that is not locked, in the same proportions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Scenario, author, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Score areas</source>
        <translation>Calculer les scores</translation>
    </message>
    <message>
        <source>Score of each theme: the weights of its measures above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of each theme: weights above threshold (not an index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score the rest: a missing figure adds nothing. Scale up: the score is raised to what all measures would make. Give no score: an area with any figure missing has no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score within the theme {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score} of {most} ({made_of}), data for {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score}{made_of}; above threshold on {above} of {all}, data for {data} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: the sum of the weights of the measures above threshold, at most {highest}. = marks a rank that is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored areas</source>
        <translation>Zones avec score</translation>
    </message>
    <message>
        <source>Scores are being written to “{file}” already. Wait until that is done, then write again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are being written. Print when they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores areas by a scenario and prints them on a sheet that needs no maker beside it: map, ranking, measures with thresholds and weights, how to read it, and what the score is not. As an atlas it has a page for each borough, or whatever the areas lie in. Templates: {names}; a template of your own by its path. The format is the file&apos;s ending: PDF, PNG or SVG; what is there is replaced once the new file is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores areas by a scenario and writes one web page that a stranger can defend the decision from: the question, the data with their sources and what of them matched, every measure with its threshold, cut-off and distribution, the results with a map and all ranks, the limits, and the scenario itself with the checksums of its files. The page needs nothing else, holds no script, and prints well. The same files give the same page; its date is the scenario&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores areas by a scenario and writes the need fields on to the area layer itself, all or nothing. Need fields of an earlier score are overwritten, and nothing else is changed. A layer that is being edited gets one undo step, and saving is left to you; any other layer is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores areas by a scenario and writes the need fields on to the area layer itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores areas by a scenario into a new layer.</source>
        <translation>Calcule les scores des zones selon un scénario, dans une nouvelle couche.</translation>
    </message>
    <message>
        <source>Scores areas by a scenario into a new layer: the area layer&apos;s fields, and after them the need fields. The need score is the sum of the weights of the measures on which an area is above the threshold; rank 1 is greatest need. Areas without enough data have no score and are never shown as 0. What was matched in each table, and what was not, is in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores with figures missing are scaled up to the full weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring stopped at an unforeseen error: {error}. The log has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring was stopped. It starts again with the next change, or with Reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several rows of the table of “{layer}” have the same key, so that its areas cannot be told apart. Give it a primary key, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet made on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets and layers of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the columns whose names have all of these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the areas of one of them only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the areas that are above threshold on a measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the areas with at least this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first of every one; areas level with the last are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first page here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the live preview on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the areas whose name, code or {parent} holds every word. A word of a measure&apos;s title shows the areas above threshold on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since you opened the layer, somebody has added “{column}” to “{table}”: it seems to hold scores already. Look at them (the layer shows them now), then write again if yours should replace them. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has written need scores to “{table}” since you were asked whether to. Look at them first; then write again if yours should replace them. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelled otherwise: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spellings joined by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreading the table “{table}” ({source}) by {columns} would make {count} columns for {keys} keys. Spread by columns that hold a few categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop between two pages; no file is written or changed then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this; nothing is changed by what was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing ({percent} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; everything stays as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style of the written scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the weights of the measures above threshold, scaled up where values are missing; no value: not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the weights of the measures above threshold; no value: not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Table to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table {number}: {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table “{table}” ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table “{table}”: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take pairs apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the areas from a file that is not in the project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen table out of the scenario; its file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the others too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the pair apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the ticked pairs as one area each; undone like any other edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken as one key: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken as one key: {spellings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the column “{column}” as the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the column “{column}”. Areas of one name may have other boundaries in another year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 12
before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Shapefile has an index on its fields ({file}), which would no longer fit. Remove the index, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer</source>
        <translation>La couche des zones</translation>
    </message>
    <message>
        <source>The area layer given, {layer}, cannot be found or opened. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer was removed from the project. Choose it again, or another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer {layer} has no areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer “{layer}” has no areas. Check its filter, or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer “{layer}” has no field “{field}” for the {what}. Its fields are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The areas by rank; click one to see it on the map and why it has its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The areas have no outlines, so there is no map to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The areas or scores changed while the question was open. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The areas were those of the open layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The areas with their own fields and the scores: GeoPackage, Shapefile, GeoJSON, FlatGeobuf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The atlas has no pages: no area of the layer lies in what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code field “{field}” has the name of a need field. Choose another field prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes are of the same kind: they may be of another year or another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours, from little need to much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column of codes or names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” matches {matched} areas by code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” matches {matched} areas by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” matches {matched} parents by code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” matches {matched} parents by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” of the table “{table}” ({source}) is text: none of its cells is a number. Row {row} has “{example}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” of “{table}” is calculated by the database and cannot be written to. Rename it, or choose another field prefix. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” of “{table}” is no longer there, or has another name. Load the layer again, then write. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the database of “{layer}” was lost at the very moment of saving, and it cannot be asked what became of it. The layer holds either all the new scores or exactly what it held before, nothing in between: look when the database is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the database of “{layer}” was lost before the scores were saved. Nothing was written: the database undoes what is not finished. Try again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of “{layer}” are being edited in the layer “{other}”. Save or drop those edits first, then write the scores. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not allow you to write to “{layer}”. Ask its owner for the right to, or write the scores to a new layer. Nothing was written. PostgreSQL says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of “{layer}” cannot be reached, so nothing was written. If QGIS asked you for the password, store it with the connection; or switch editing on for the layer, then the scores join your edits. PostgreSQL says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of “{layer}” is a read-only copy at present. Connect to the one that is written to, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the scores of “{layer}”. Nothing was written. PostgreSQL says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database stopped the writing of “{layer}”. Nothing was written. It says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision that the sheet is for; kept in the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision that this sheet is for was not stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the scores could not be saved with “{layer}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{file}” could not be written, and is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding “{encoding}” of the file “{file}” is not known. Try utf-8 or cp1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with each area&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with each area&apos;s own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the code of what the area lies in, such as the borough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the name of what the area lies in, such as the borough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{field}” could not be added to “{layer}”. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{field}” of “{layer}” is joined or calculated and cannot be written to. Remove the join or the virtual field, or choose another field prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields with each area&apos;s own code and name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields with the code and name of what the area lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure that the threshold comes to, in the measure&apos;s own units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file as it is, to check header, key and figures against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of “{layer}” was removed or replaced by another program while it was being written to. The scores are not in it. Bring the file back, or choose the layer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file to write; its ending says whether it is a PDF, a PNG or an SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” cannot be read. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” cannot be taken apart near line {line}: {reason}. Look for a quotation mark that is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” could not be read as a whole, and a part of it will not do: {reason}. It may be damaged. Open it in the program that it comes from, and save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” has a quotation mark in row {row} that is never closed: all that follows was read into one cell. Close or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is no text but {kind}. Give it its own ending, or choose the file that holds the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is no text: line {line} has a zero byte. A workbook is read by its own ending (.xlsx, .ods); a text in UTF-16 needs its encoding given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is no text: line {line} has the control character {character}. Choose the file that holds the table, or save it as CSV again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is not written in {encoding}: byte {byte} in line {line} is no such character. Leave the encoding out to have it found, or give another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is not written in {encoding}: {reason}. Leave the encoding out to have it found, or give another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is written in two encodings: line {utf_8} is UTF-8, line {other} is not. Save it anew in one, or say which encoding it is to be read in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” cannot be read as a layer or a table. It may be damaged, or not be what its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” cannot be read. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” does not exist. Check the path, or choose the file again.</source>
        <translation>Le fichier « {path} » n’existe pas. Vérifiez le chemin ou choisissez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>The file “{path}” has no layer or sheet “{name}”. It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” holds no layer or sheet with anything in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” holds several layers: {names}. Say which, as in “{file}|layername={example}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is a raster; areas and tables come from vector files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is damaged: {reason}. Fetch it anew, or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is not opened: files of its kind ({kind}) can lead to other files and services. Save it as a GeoPackage, or add it to the project yourself and choose it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is not read: its part “{part}” declares entities, which can fill the memory or lead to other files. Save it anew in a spreadsheet program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is protected by a password, or a workbook of old Excel (.xls). Save it as .xlsx without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” is protected by a password. Save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” packs {count} files; at most {most} are unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” unpacks to {size} MB; at most {most} MB are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first bar gathers all below {edge} ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first bar gathers all up to {edge} ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the table as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {all} findings; vruneed:checktables lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {all} {areas}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {all} {areas}; the layer that vruneed:scoreareas writes has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {all} {parents}, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {format} has no missing values: areas without data would show 0. Write the scores to a GeoPackage instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group that the measure belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest score reached is {most}. On {none} {areas} with a score no measure is above threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key column “{column}” of the table “{table}” ({source}) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key column, its level, or the layer may be another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {key} is on several rows ({rows}); the first counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{key}” is given twice in one object. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last bar gathers all from {edge} on ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last bar gathers all over {edge} ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last column counts {areas} in the first tenth of the whole ranking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is being edited: save its edits to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is being edited: this becomes one undo step, and you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is saved at once. You can undo that until the layer is changed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer to make: the areas with their own fields and the need fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer was changed while it was printed. No file was written or changed. Print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be edited: its file may be read-only or in use. Make it writable, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be written to: {reason}. Make its file writable, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” had a filter; what it left out is no part of these scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” had edits that were not saved; they are part of these scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” cannot be read. Check that its file is still at “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” cannot be read: {reason}. Check that its file is still at “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” could not be put into “{file}”, which is as it was before. The file may be in use by another program, or be read-only. SQLite says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” of the project is not a vector layer or a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout template “{file}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout template “{file}” has no page that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout template “{file}” is too large to be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line on rights in boundaries and figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The locked weights alone add up to {locked}, which is more than {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measures are of different periods: {periods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measures that the area is above threshold on, in the order of the measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measures; click a cell to change it, choose several to change them together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of the need fields could not be saved with “{layer}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The need score is the sum of the weights of the measures on which an area is above threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The need score of one {area} is the sum of the weights of the measures on which it is above threshold, at most {highest}. Rank 1 is greatest need; = marks a rank that is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new “{file}” did not read back as it was written ({what}). It was thrown away, and the file is as it was before. Write the scores to a new layer instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newer file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next {count} share rank {rank} and are not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old values of “{layer}” were kept in the folder for temporary files, “{folder}”, and have been removed from there, so that writing the scores cannot be undone any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one measure is known by {area}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one measure: where the line is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outlines could not be saved in “{path}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is too large for a picture of {dpi} dots an inch. Take fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon layer whose areas get a score: wards, for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no layer named “{name}”. Its vector layers are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no layer named “{name}”; it has no vector layers at all. Add the layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no other layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has {count} layers named “{name}”. Rename all but the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same page as a PDF of A4 sheets to print or send; left out where not wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario does not say which decision it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario does not say: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario file (JSON) to work through.</source>
        <translation>Le fichier de scénario (JSON) à traiter.</translation>
    </message>
    <message>
        <source>The scenario is saved in “{path}”. Its tables are looked for from there: keep it beside them, or say on opening where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario names no code field (“areas.code_field” is blank). Choose the field of “{layer}” that holds the areas&apos; codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario names no field for what its areas lie in, so that there is nothing to make pages of. Name one, or take a template that is about all areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario of this project was not opened: it reads files from another computer ({servers}). The project keeps it; open the project again to be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario reads files from another computer ({servers}), which is done in the dock only, once someone has agreed. Keep the scenario on that computer too, copy the files, or give the shared folder a drive letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario was opened as this project keeps it. “{file}” holds another version: “Revert to saved” takes that one, “Save” replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario “{file}” names no area layer (“areas.source” is blank). Name one there, or give a layer of areas in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema must be a whole number from 1 to {current}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score describes places by published figures, not the people who live there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score if every measure without a value were above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score of an area with missing figures is scaled up to the full weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are being worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are being worked out; from before the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are being worked out; this can be done once they are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are being worked out; what follows is from before the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are not complete: {measures} cannot be scored. See Data and Measures for what is wrong; mend it, or turn the measure off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of measures that must have a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style could not be saved in “{path}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style is saved in “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style of the scores could not be saved with “{layer}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style of “{layer}” is kept with its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has several rows for each key: one for each of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of the Shapefile, “{file}”, is damaged or of a kind that is not known here. Write the scores to a new layer instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of “{layer}” has no primary key of whole numbers or texts, by which alone its areas can be told apart for certain. Give it one, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has both decimal marks: “{comma}” in row {comma_row}, column “{comma_column}”, can only hold a decimal comma, “{point}” in row {point_row}, column “{point_column}”, only a decimal point. Say which one it is with “decimal”, or correct the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has no column “{column}”. Columns that it has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has no column “{column}”: it was read as a single column, {names}. The delimiter or the header row may be another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has no columns whose names are “{starts}” and a period. Columns that it has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has no rows below its header; it has {rows} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) has {found} periods that begin with “{starts}” ({first} to {last}), but {asked} are asked for: the {latest} newest after leaving out {skip}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) is blank throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” ({source}) is to be spread over its periods, but no column&apos;s name is a period (202403, 2024-03, 2024, 2023/24, 31/3/2024 or Mar 2024). It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” is no longer in the database, or hidden from you. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables and how much of each matched; choose one to see more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template “{name}” is about one {parent} at a time. Choose one, make an atlas of all, or take another template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme that the ticked columns go to: choose one, or type your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threshold&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of feature {id} of “{layer}” could not be changed. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the measures above threshold, added up; the pale part of a bar is known at the coarser level only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} measures: where the line is drawn, and what each weighs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme by the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of all that are chosen; type a new one or choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the new measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are changes that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores to write yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layout template “{name}”. There are: {names}; or give the path of a .qpt file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map, as the areas come without outlines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more on {count} pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the scores in the folder for temporary files, “{folder}”: {reason}. Make some, then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to write “{file}”. Take fewer dots an inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows get no score in any case; left out, they do not count either where a measure is compared with the whole table: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This QGIS cannot write a PDF that knows where its map is (GeoPDF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is PostgreSQL {version}; scores are written to version 12 and later. Switch editing on for the layer first, then the scores join your edits, or write them to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is missing. A scenario says which schema it is written in: “schema”: {current}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario is written in schema {number}; this version of the plugin knows schemas up to {current}. Update the plugin to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario reads files from another computer: {servers}. Open it only if you know that computer and the person whom the scenario comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Threshold of {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a measure to use it; double-click to rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick categories to be measures, under the periods that are meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick columns to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the columns that are to be measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the sheets that are tables of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a copy in a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a table to join…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a temporary copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo writing need scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo writing on to “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing the writing of scores on to “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown key. Did you mean “{near}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown key. Keys known here: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use all that are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only “{theme}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {measures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{measures}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VRU Need Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values revised: {count} in one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values revised: {count} in {columns} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: “{layer}” is in use by {who}. Nothing is written yet; you may cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall map, A1 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Weight in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight locked: it stays when weights are made equal or scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of all that are chosen; locked ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of all measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a missing figure does to an area&apos;s score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to areas that are level with each other at the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds for all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing adds nothing: an area is scored on what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matched, what did not and why, and what mends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs these is not scored until they are located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the score is known for the area itself + what for the coarser level only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one key stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on the areas that the sheet lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the area lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chosen area’s score is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the keys are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layer is drawn by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the measure adds to the score of an area above threshold; click to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the newer file changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the score is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sheet is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the weights are to add up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this table writes for “no figure”, besides blanks, n/a, a full stop and such: -999, say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to keep in mind about these measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {file} changes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What, or the likely cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an area is above threshold; click to change, right-click for other kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where QGIS and its GDAL can write one; not for an atlas in one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether there is more need when the figure is higher, or lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether there is more need when the figure is higher, or when it is lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which decision is this sheet for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer with written scores is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which measures are above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sheets are tables?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for it; kept in the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this area has its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a score for want of data ({count}): {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without figures in the newer file, so left out of the score: {titles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {parent}, so without a rank within one and {parent}-level figures: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work the threshold out over the whole table, so that it is the same for a part of its areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a field for each measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a field for each theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write and go on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it to files, the pages of an atlas one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write need scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write scores</source>
        <translation>Écrire les scores</translation>
    </message>
    <message>
        <source>Write scores to a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write scores to a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the scores first: a printed map shows what is written in a layer, not the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the scores into a layer; the map above is only a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the scores on to your layer “{layer}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a scenario&apos;s method and results as one page to read, send or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing scores on to “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing scores to “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing stopped at an unforeseen error, and nothing was changed. The log has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing to the PostGIS table of “{layer}” needs psycopg2, which this QGIS lacks. Install it, or switch editing on for the layer first: then the scores join your edits. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {fields} fields for {areas} areas to “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {rows} rows to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change in number, not a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code of another level (a borough&apos;s among wards&apos;, say)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a count, not a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database such as a GeoPackage (.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key on several rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leading zero lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a materialised view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a measure that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name spelled otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that two areas bear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate: one figure divided by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row with fewer cells than most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row with more cells than most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a totals row or a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workbook (.xlsx, .ods) or a zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workbook of old Excel (.xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above on any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above on {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above threshold on {above} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above threshold: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all values are equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also written {spellings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an area that the table names has 0 where it has no row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by measure: {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the need score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by theme: {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {columns}; of rows that fall together the first is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {columns}; of rows that fall together the mean is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {columns}; rows that fall together are added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells that are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the area layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes of another year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut-off {cutoff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not arise: each is compared with a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {parent}: a page for each (atlas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than two values to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields cannot be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>focus: all {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey, for photocopies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is set to read-only in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joint {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just below: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key and {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key: no categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level: include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level: leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed in the scenario, but not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live preview off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live preview on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: -999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more are level at the line than were asked for, and what is level at the line is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more need when higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more need when lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of ranks 1 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key in the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measure above threshold, of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measure in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measure is in use, so there is no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score, because there is data for {data} of {all} measures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score, for want of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scores yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tables yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {count} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete: a measure cannot be scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated; no denominator, so to be read as a count, not a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing says what the areas lie in, so none is compared within it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers, names where they fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %v of %m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper: as many areas each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper: equal steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper: natural breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper: round steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1,000: {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps “{meant}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank} of {of} and {here} of {among} in {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {rows}; the first counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sand to plum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale up the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score from </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score from {low} to below {high}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {score}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores are being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screen: one class each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spellings taken as one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the area layer cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the average is not above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the change from {below} to {columns}, in per cent; none where the first is under {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the citation of every table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column {column}, codes of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column {column}, names of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output takes no more areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the period of every measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source of every measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of {count} columns, {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {count} {parents} in focus: a page for each (atlas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top {value} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under “{option}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether every measure is a count or a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which decision it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within the {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow to blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {data} areas with data above threshold, {near} just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} {areas}; just below: {near}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{areas} in {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{areas}: the scenario says that their figures are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} (data for {data} of {all})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} + {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}: no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}: score {score}, rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} asked for, {flagged} above, by ties within the groups or groups that are small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} asked for, {flagged} above: at the line {count} are level at {value}, and they are included together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} asked for, {flagged} above: at the line {count} are level at {value}, and they are left out together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} asked for, {flagged} above: ties make no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns} of the table {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns}, divided by {below}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns}, divided by {below}, times {per}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns}, less {below}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {count}, as {key} from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} are level at {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} areas of “{layer}” got: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} fields are added: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in use, highest possible score {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in use, {faulty} of them cannot be scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in “{column}”, for example “{example}”; taken as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} keys, for example {examples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures (b); {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures chosen: all get what is set below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures take their figures from “{table}” and go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures, {carried} of them (b); {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} measures; {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing; row {row}: “{example}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more are level with the last of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} need fields of an earlier score are emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} need fields of an earlier score are overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} need fields of an earlier score are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the areas scored are no longer in “{layer}”, or the database hides them from you. Score it again, then write. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the areas scored are no longer in “{layer}”. Score it again, then write. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the measures are known by {parent} only; every {area} takes its {parent}&apos;s. The ranking shows both parts of each score, {area}-level + {parent}-level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the {all} areas of “{layer}” have no code in the field “{field}” (feature ids {ids}). Fill them in, filter them out, or choose another code field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} {areas} with a score share rank 1; the first of them by name are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} {areas} with a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of its table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of the table with a figure, in the layer or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values: {whole}; left out by the scenario: {left_out}; added from the table: {added}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {areas} in {number} {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {units} of the layer with a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} of {all} {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} of {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}: need scores of “{title}” written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds several:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flagged} above where {asked} were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flagged} above where {asked} were asked for: {level} level at the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flagged} above where {asked} were asked for: {level} level at the line are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flagged} above; level at the line: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flagged} above; none is level at the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} of {among} in {parent}, {rank} of {of} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ({areas}: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} codes of the layer are not in the table: they look like codes of another year’s {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{levels}, weighing {own} + {carried}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}: {count}; above threshold {above}, just below {near}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of {count} {units} have a row in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of {count} {units} matched; {rows} rows, {keys} different keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of {units} areas have a row in the table.</source>
        <translation>{matched} zones sur {units} ont une ligne dans la table.</translation>
    </message>
    <message>
        <source>{matched} of {units} parents (boroughs, say) have a row in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} (one measure of a need score)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}: none is above threshold ({reason}). It adds nothing to any score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}: {value}, cut-off {cutoff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (row {row})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} need score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no such file in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: removed from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the file has no such layer or sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the project does not have just one layer of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {matched} matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {story}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} + {carried}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} + {parent} {initial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} measures are known by {area}, {carried} by {parent} only: these are marked (b), and every {area} takes its {parent}&apos;s figure. “10 + 4” is 10 from the first, 4 from the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} {area}-level + {carried} {parent}-level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parent} level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parent} level, carried down to its {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the report cannot be written: the new file is not complete. Is the disk full? Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the report cannot be written: {reason}. Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the scenario cannot be saved: {reason}. Save it in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {all} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preview}; missing figures: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored} of {all} {areas} have a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored} of {all} {areas} have a score; {full} have data for all {measures} measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored} ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored} ranked, {unscored} without data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored} {areas} with scores from {least} to {most}, median {median}; {missing} without a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score}, could be {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tables}, all matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tables}, {count} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tables}, {count} with areas unmatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} codes of the table and {layer} of the layer miss each other: they look like codes of another year’s {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{theme}: measures above threshold (part of a need score, not an index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{theme}: sum of the weights above threshold (part of a need score, not an index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{theme}: {share} % of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (b)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: click to change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: need score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}; none for {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} by code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} of the same {parent}: {count} with a figure, in {groups} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} without a row: {count}, {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} {parents}, so {above} {areas}; just below: {near_units}, so {near}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units}: {above} above threshold, {near} just below, {other} others, {missing} without data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({rest})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} standard deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} std dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} × average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weight} of {highest}, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, change on the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, change on the year in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, the 12 months before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: the newest period moves from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {count} periods, {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{within} of {siblings} in {parent}, {place} of {all} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}ies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– is no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“5, could be 9” is a score of 5 that would be 9 if all that is missing were above threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Could be” is the score were every missing figure above threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Could be”: the score were all missing figures above threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“within_parent” compares areas, but the figures of the table “{table}” are parents&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“within_parent” needs the areas&apos; “parent_code_field”, which is not given under “areas”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{denominator}” is keyed on the {other}, “{table}” on the {level}; they must be alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” holds {cap} characters in the format of “{layer}”: for {count} areas it does not name every measure above threshold, and a sheet would leave the others out. Have a field written for each measure, or write the scores into a GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” holds {cap} characters in this format: for {count} areas the list of measures was cut after a whole one. A GeoPackage has room for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”: {value} is too long for a Shapefile. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”: “{text}” cannot be written in the encoding of this Shapefile ({encoding}). Write the scores to a new layer instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be put back and still describes the scores: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be replaced, and not all of its parts could be put back: {parts}. The old ones are not lost, but lie in the folder “{folder}”. Close other programs that use the file and write once more, which puts them back first; or move them back yourself and remove the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written as it was meant. It is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written, and is as it was before: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written. It may be open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written: it, or what was to become of it, was taken away meanwhile. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}. It may be open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has a cell of {count} characters; at most {most} are read. It may be damaged, or a quotation mark is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no ending that names a format. Use one such as .gpkg, .shp or .geojson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has to end in .csv or .xlsx, to say what it is to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has to end in .gpkg or .csv, to say what the table is to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has to end in .pdf, .png or .svg, to say what it is to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has {count} cells or more, every row counted as long as the longest; at most {most} are read. Keep the columns and rows that are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has {count} columns; at most {most} are read. Keep the columns that are needed, or look for a row that is far longer than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a link to “{place}”, which has another ending. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is changed in one step: whatever happens, it holds the old or the new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is in use by another program. Close it there, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no layout template. Save one in QGIS&apos;s layout window with “Save as Template”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no name for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not the plain GeoJSON that can be changed in place ({reason}). Write the scores to a new layer instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is one of the files that the scores are made from, which the output would replace. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is open in QGIS itself and can only be replaced while QGIS reads a copy, for which there is no room in the folder for temporary files, “{folder}”: {reason}. Make some, then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is open in another program, or may not be replaced. Close it there, then write again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is open in the project as “{layer}”, which is being edited. Save or drop those edits first, or choose another file. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is replaced in one step by a new one that differs in the need fields only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is replaced in one step by a new one; the Shapefile&apos;s other parts stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is the file of the area layer itself, which the output would replace. Choose another file, or write the scores on to the layer with “Write scores”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is there already and is no file but a folder, a device or a pipe. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was changed by another program in the meantime. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was changed by another program since QGIS opened it: it has a field “{field}” now. Reload the layer, then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was not written as a PDF that can take a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” would have {count} fields, and a Shapefile has room for {most}. Write to a GeoPackage instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{id}” is the id of item {first} too. Each needs an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” already has a field “{field}” of another type ({type}), which cannot hold need scores. Rename or remove it, or choose another field prefix. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” already has a field “{other}”, which is the name of a need field. Rename it, or choose another field prefix. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” already has a field “{other}”, which its format cannot tell from “{field}”. Rename or remove it, or choose another field prefix. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” could not be saved, and is as it was before. QGIS says: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” could not be written to, and is as it was before. The file may be in use by another program, or be read-only. SQLite says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has been changed since the scores were written, so that writing them cannot be undone any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has been in use for ten minutes: {who}. Ask them to save or drop their changes, then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has changed since it was scored. Score it again, then write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has left the project meanwhile; the scores are in its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has no polygons to take outlines from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has the values again that it had before the scores were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has {areas} areas now but {values} were scored. Score it again, then write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has {count} new areas that are not saved yet, whose scores would be lost. Save your edits first, then write the scores. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” is as it was before the scores were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” is being edited. Save or drop your edits first, then undo the writing of scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” would have {count} fields, and a Shapefile has room for {most}. Switch off the fields of the single measures in the options, or write the scores to a GeoPackage. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{measure}” takes its figures from “{table}” and goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{measure}” would weigh more than {most}, the most that a weight may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in the folder “{folder}” is in the way, and is not what the writing of scores leaves there. Look what it is and move it away, then write again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” has no columns of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” is a table of a database: everybody who uses it will see the scores at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” is being read. It is shown when it has been.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” is {kind}, which has no columns of its own to write to. Use its table as the area layer, or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has changes that are not saved, neither in its file nor in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is kept in the project and in no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was closed with the project. Its last changes are not saved anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{user}” may not add columns to “{table}”, which belongs to “{owner}”. Ask “{owner}” to add these, and for the right to change them (UPDATE): {columns}. Or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{user}” may not change “{columns}” of “{table}”. Ask “{owner}” for the right to (UPDATE), or write the scores to a new layer. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… (too long to be printed in full)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {key} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ {figure}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
