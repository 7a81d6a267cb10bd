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
        <source> % of data</source>
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
        <source>1: above threshold on {title}; 0: not; no value: no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Shapefile cuts field names at 10 characters: {names} came out shorter.</source>
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
        <source>A scenario is a JSON file that says which areas are scored, from which tables, by which measures, thresholds and weights. The dock saves it; paths in it are relative to the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario is an object in curly brackets, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share must be above 0 and below 100 per cent, with at most two decimals; it is {value}.</source>
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
        <source>A temporary layer of our own that follows every change; your layer, its style and its edits stay untouched, and the preview is never saved</source>
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
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add measures…</source>
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
        <source>Add {count} measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>An area with figures for fewer of the measures gets no score</source>
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
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in place of the scenario&apos;s</source>
        <translation>Zones à la place de celles du scénario</translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument or GeoPackage; several at once, or dropped on to this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check tables</source>
        <translation>Vérifier les tables</translation>
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
        <source>Choose the field of “{layer}” that holds the areas&apos; codes.</source>
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
        <source>Click an area to see it on the map and why it has its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}”: {count} cells are no number, so missing (row {row}: “{example}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that can be measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {count} rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with: the areas that the threshold is worked out over</source>
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
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Direction of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each area is compared with its own neighbours; the cut-off varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding: {encoding}; between the cells: {delimiter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else in the layer stays as it is.</source>
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
        <source>Fields for measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Fold this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Trouvé dans</translation>
    </message>
    <message>
        <source>Header: rows {first} to {last}; decimal mark: {decimal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest possible score</source>
        <translation>Score maximal possible</translation>
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
        <source>How many areas are above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many areas have a figure</source>
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
        <source>How the threshold is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of the measures above threshold, in scenario order</source>
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
        <source>Its table “{table}” cannot be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
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
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists or objects are nested too deeply to be a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
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
        <source>Measure “{title}” ({id}): {error}</source>
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
        <source>Measures just below threshold</source>
        <translation>Indicateurs juste sous le seuil</translation>
    </message>
    <message>
        <source>Measures with data</source>
        <translation>Indicateurs renseignés</translation>
    </message>
    <message>
        <source>Missing data</source>
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
        <source>Need rank</source>
        <translation>Rang de besoin</translation>
    </message>
    <message>
        <source>Need rank within its parent area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need score</source>
        <translation>Score de besoin</translation>
    </message>
    <message>
        <source>Need scores</source>
        <translation>Scores de besoin</translation>
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
        <source>No area has this in its name, code or borough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key of the table “{table}” ({source}) is in {layer}. The column “{column}” has {given}; the layer has {wanted}. {advice}</source>
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
        <source>None is above threshold: all values are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is above threshold: more areas are level at the line than were asked for, and areas level at the line are left out.</source>
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
        <source>Not a text in UTF-8 (at byte {position}). Save the scenario as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON at line {line}, column {column}: {reason}.</source>
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
        <source>On to “{layer}”…</source>
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
        <source>Open this section</source>
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
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
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
        <source>Public health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public perceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
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
        <source>Reads all tables of a scenario, matches them with the areas and reports, without scoring: what was read, which keys match, which do not and the likely cause of each, spellings taken as one, keys on several rows, and cells that are no number. What keeps a table or a measure from being used is named, all of it at once.</source>
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
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the table?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{measure}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
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
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with fewer cells than most: {count} (row {rows}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with more cells than most: {count} (row {rows}); quotation marks may be missing there.</source>
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
        <source>Save the scenario?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
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
        <source>Scored areas</source>
        <translation>Zones avec score</translation>
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
        <source>Scoring</source>
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
        <source>Search by name, code or borough</source>
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
        <source>Show the live preview on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the areas whose name, code or borough holds every word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreading the table “{table}” ({source}) by {columns} would make {categories} columns for {keys} keys. Spread by columns that hold a few categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
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
        <source>Sum of the weights of the measures above threshold; no value: not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
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
        <source>Take the areas from a file that is not in the project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen table out of the scenario; its file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken as one key: {spellings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area layer</source>
        <translation>La couche des zones</translation>
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
        <source>The codes are of the same kind: they may be of another year or another place.</source>
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
        <source>The file “{file}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” cannot be taken apart near line {line}: {reason}. Look for a quotation mark that is never closed.</source>
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
        <source>The file “{file}” is no text: line {line} has a zero byte. A workbook is read by its own ending (.xlsx, .ods); a text in UTF-16 needs its encoding given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{file}” is not written in {encoding}: byte {byte} in line {line} is no such character. Leave the encoding out to have it found, or give another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” cannot be read as a layer or a table. It may be damaged, or not be what its name says.</source>
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
        <source>The file “{path}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings could not be written: {reason}</source>
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
        <source>The group that the measure belongs to</source>
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
        <source>The layer is being edited: save its edits to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is being edited: this becomes one undo step, and you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is saved at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer to make: the areas with their own fields and the need fields.</source>
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
        <source>The layer “{name}” cannot be read: {reason}. Check that its file is still at “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” could not be added to “{file}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” of the project is not a vector layer or a table.</source>
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
        <source>The project has {count} layers named “{name}”. Rename all but the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario file (JSON) to work through.</source>
        <translation>Le fichier de scénario (JSON) à traiter.</translation>
    </message>
    <message>
        <source>The scenario file cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema must be a whole number from 1 to {current}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score if every measure without a value were above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores could not be saved in “{layer}”, which is as it was before. QGIS says: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores could not be written to “{layer}”, which is as it was before. The file may be in use by another program, or be read-only. SQLite says: {reason}</source>
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
        <source>The table “{table}” ({source}) is to be spread over its periods, but no column&apos;s name is a period (202403, 2024-03, 2024, 2023/24, 31/3/2024 or Mar 2024). It has: {names}.</source>
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
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the new measures</source>
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
        <source>There are changes that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores to write yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such scenario file.</source>
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
        <source>This version makes no print layout of its own. Write the scores, then print the layer with Project &gt; New Print Layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
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
        <source>Tick what counts: {table}</source>
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
        <source>To a new layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
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
        <source>Use only this theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {measure}</source>
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
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Weight of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a missing figure does to an area&apos;s score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to areas that are level with each other at the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the score is known for the area itself + what for the coarser level only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the area lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the measure adds to the score of an area above threshold; click to change</source>
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
        <source>Whether there is more need when the figure is higher, or lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether there is more need when the figure is higher, or when it is lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which measures are above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this area has its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
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
        <source>Write need scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write scores</source>
        <translation>Écrire les scores</translation>
    </message>
    <message>
        <source>Write scores to a new layer</source>
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
        <source>Wrote {fields} fields for {areas} areas to “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code of another level (a borough&apos;s among wards&apos;, say)</source>
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
        <source>a name spelled otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that two areas bear</source>
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
        <source>a totals row or a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above threshold on {above} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also written {spellings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
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
        <source>county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields cannot be added</source>
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
        <source>it is set to read-only in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
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
        <source>missing data: give no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing data: scale up the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing data: score the rest</source>
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
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key in the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measure above threshold, of {all}</source>
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
        <source>no scores yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tables yet</source>
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
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the layer</source>
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
        <source>perhaps “{meant}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {rows}; the first counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
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
        <source>the output takes no more areas</source>
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
        <source>within the {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {data} areas with data above threshold, {near} just below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{areas} in {count} {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} were asked for; ties at the line make it {flagged}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} areas of “{layer}” got: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} fields are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in use, highest possible score {most}</source>
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
        <source>{count} measures take their figures from “{table}” and go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing</source>
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
        <source>{count} of the areas scored are no longer in “{layer}”. Score it again, then write. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the {all} areas of “{layer}” have no code in the field “{field}” (feature ids {ids}). Fill them in, filter them out, or choose another code field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems:
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tables, all matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tables, {faulty} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tables, {short} with areas unmatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} of {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}: {text}</source>
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
        <source>{name}: {story}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{overall} and {rank} of {of} in {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} + {parent} {initial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} {area}-level + {carried} {parent}-level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the scenario cannot be saved: {reason}. Save it in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}; {preview}</source>
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
        <source>{title}: click to change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: need score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} std dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} × average</source>
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
        <source>{where}: {problem}</source>
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
        <source>“{field}” holds {cap} characters in this format: for {count} areas the list of measures was cut after a whole one. A GeoPackage has room for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be replaced: {reason}. It may be open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no ending that names a format. Use one such as .gpkg, .shp or .geojson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a folder, not a file.</source>
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
        <source>“{layer}” has changed since it was scored. Score it again, then write.</source>
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
        <source>“{table}” has no columns of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
