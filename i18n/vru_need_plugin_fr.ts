<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>@default</name>
    <message>
        <source>A least coverage must be within 0 and 1; it is {value}.</source>
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
        <source>A scenario is an object in curly brackets, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share must be above 0 and below 100 per cent, with at most two decimals; it is {value}.</source>
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
        <source>Expects 1 to {longest} ASCII letters, digits or _, no digit first, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a column name, or an object with “starts” and “latest”, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects a finite number; this one is too large.</source>
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
        <source>Fold this section</source>
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
        <source>LSOA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists or objects are nested too deeply to be a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have at most {decimals} decimals; it is {number}.</source>
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
        <source>Needs the areas&apos; “{field}”, which is not given. Name that field under “areas”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure has the id “{id}”. The measures are: {known}.</source>
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
        <source>Not a text in UTF-8 (at byte {position}). Save the scenario as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON at line {line}, column {column}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{key}” is given twice in one object. Keep one of them.</source>
        <translation type="unfinished"></translation>
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
        <source>Unknown key. Did you mean “{near}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown key. Keys known here: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a number in JSON. Give a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the scenario cannot be saved: {reason}. Save it in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
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
        <source>“{id}” is the id of item {first} too. Each needs an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
