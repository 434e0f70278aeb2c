<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Treatybook</name>
    <message numerus="yes">
        <source>%n thing(s) are wrong in this book. Restore a backup, and keep the damaged file until it is in order.</source>
        <translation>
            <numerusform>%n thing is wrong in this book. Restore a backup, and keep the damaged file until it is in order.</numerusform>
            <numerusform>%n things are wrong in this book. Restore a backup, and keep the damaged file until it is in order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) found. Mend the records that are named.</source>
        <translation>
            <numerusform>%n error found. Mend the record that is named.</numerusform>
            <numerusform>%n errors found. Mend the records that are named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n relation(s)</source>
        <translation>
            <numerusform>+%n relation</numerusform>
            <numerusform>+%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) hidden</source>
        <translation>
            <numerusform>%n group hidden</numerusform>
            <numerusform>%n groups hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside these days</source>
        <translation>
            <numerusform>%n outside these days</numerusform>
            <numerusform>%n outside these days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n record(s) from “%1”</source>
        <translation>
            <numerusform>Import %n record from “%1”</numerusform>
            <numerusform>Import %n records from “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not fit into one picture. Filter them, or choose a smaller scale.</source>
        <translation>
            <numerusform>%n record does not fit into one picture. Filter them, or choose a smaller scale.</numerusform>
            <numerusform>%n records do not fit into one picture. Filter them, or choose a smaller scale.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save what was typed into %n record(s)?</source>
        <translation>
            <numerusform>Save what was typed into %n record?</numerusform>
            <numerusform>Save what was typed into %n records?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::AgreementForm</name>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Change %n record</numerusform>
            <numerusform>Change %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n field(s) of “%1”</source>
        <translation>
            <numerusform>Change %n field of “%1”</numerusform>
            <numerusform>Change %n fields of “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::BookTroubles</name>
    <message numerus="yes">
        <source>You typed into %n record(s) that this book does not have. Copy the text, to keep it elsewhere.</source>
        <translation>
            <numerusform>You typed into %n record that this book does not have. Copy the text, to keep it elsewhere.</numerusform>
            <numerusform>You typed into %n records that this book does not have. Copy the text, to keep it elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln record(s) could be read. They were saved to %1, without the history of their changes; the others are not in it.</source>
        <translation>
            <numerusform>Only %Ln record could be read. It was saved to %1, without the history of its changes; the others are not in it.</numerusform>
            <numerusform>Only %Ln records could be read. They were saved to %1, without the history of their changes; the others are not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n record(s) that are open here were saved to %1; the history of their changes could not be read and is not in it.</source>
        <translation>
            <numerusform>The %n record that is open here was saved to %1; the history of its changes could not be read and is not in it.</numerusform>
            <numerusform>The %n records that are open here were saved to %1; the history of their changes could not be read and is not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::BookView</name>
    <message numerus="yes">
        <source>Delete %n record(s)</source>
        <translation>
            <numerusform>Delete %n record</numerusform>
            <numerusform>Delete %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::PanelHead</name>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::EmptyNote</name>
    <message numerus="yes">
        <source>Without %1: %n record(s)</source>
        <translation>
            <numerusform>Without %1: %n record</numerusform>
            <numerusform>Without %1: %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::Exporter</name>
    <message numerus="yes">
        <source>Export %n record(s) as CSV</source>
        <translation>
            <numerusform>Export %n record as CSV</numerusform>
            <numerusform>Export %n records as CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the list of %n record(s) as PDF</source>
        <translation>
            <numerusform>Export the list of %n record as PDF</numerusform>
            <numerusform>Export the list of %n records as PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the timeline of %n record(s) as a picture</source>
        <translation>
            <numerusform>Export the timeline of %n record as a picture</numerusform>
            <numerusform>Export the timeline of %n records as a picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1.</source>
        <translation>
            <numerusform>%n record written to %1.</numerusform>
            <numerusform>%n records written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n line written to %1.</numerusform>
            <numerusform>%n lines written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::FacetModel</name>
    <message numerus="yes">
        <source>%1, %n record(s)</source>
        <comment>value of a facet</comment>
        <translation>
            <numerusform>%1, %n record</numerusform>
            <numerusform>%1, %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::HistoryList</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %n change(s)</source>
        <translation>
            <numerusform>the last %n change</numerusform>
            <numerusform>the last %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::StatusSentence</name>
    <message numerus="yes">
        <source>%Ln due within 90 days</source>
        <translation>
            <numerusform>%Ln due within 90 days</numerusform>
            <numerusform>%Ln due within 90 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %Ln record(s) could be read</source>
        <translation>
            <numerusform>Only %1 of %Ln record could be read</numerusform>
            <numerusform>Only %1 of %Ln records could be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %1 of %Ln record(s) …</source>
        <translation>
            <numerusform>Reading %1 of %Ln record …</numerusform>
            <numerusform>Reading %1 of %Ln records …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searching %1 of %Ln record(s) …</source>
        <translation>
            <numerusform>Searching %1 of %Ln record …</numerusform>
            <numerusform>Searching %1 of %Ln records …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instrument(s)</source>
        <translation>
            <numerusform>%Ln instrument</numerusform>
            <numerusform>%Ln instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) (%1)</source>
        <translation>
            <numerusform>%Ln record (%1)</numerusform>
            <numerusform>%Ln records (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln record(s) (%2)</source>
        <translation>
            <numerusform>%1 of %Ln record (%2)</numerusform>
            <numerusform>%1 of %Ln records (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not saved</source>
        <translation>
            <numerusform>%Ln record not saved</numerusform>
            <numerusform>%Ln records not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) in the file.</source>
        <translation>
            <numerusform>%Ln row in the file.</numerusform>
            <numerusform>%Ln rows in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) to add.</source>
        <translation>
            <numerusform>%Ln record to add.</numerusform>
            <numerusform>%Ln records to add.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) to change.</source>
        <translation>
            <numerusform>%Ln record to change.</numerusform>
            <numerusform>%Ln records to change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) hold the same already.</source>
        <translation>
            <numerusform>%Ln record holds the same already.</numerusform>
            <numerusform>%Ln records hold the same already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stay out.</source>
        <translation>
            <numerusform>%Ln row stays out.</numerusform>
            <numerusform>%Ln rows stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s).</source>
        <translation>
            <numerusform>%Ln warning.</numerusform>
            <numerusform>%Ln warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>Import %Ln record</numerusform>
            <numerusform>Import %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::TimelineCard</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::TimelineView</name>
    <message numerus="yes">
        <source>%1, %n record(s)</source>
        <extracomment>a group of the timeline and how many records it has</extracomment>
        <translation>
            <numerusform>%1, %n record</numerusform>
            <numerusform>%1, %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) more</source>
        <translation>
            <numerusform>%n record more</numerusform>
            <numerusform>%n records more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) more from before</source>
        <translation>
            <numerusform>%n record more from before</numerusform>
            <numerusform>%n records more from before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::UndatedList</name>
    <message numerus="yes">
        <source>%n more: type a part of the title</source>
        <translation>
            <numerusform>%n more: type a part of the title</numerusform>
            <numerusform>%n more: type a part of the title</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::UndatedTray</name>
    <message numerus="yes">
        <source>%n record(s) without a date</source>
        <extracomment>records that no timeline can show</extracomment>
        <translation>
            <numerusform>%n record without a date</numerusform>
            <numerusform>%n records without a date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Treatybook::UpcomingModel</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
