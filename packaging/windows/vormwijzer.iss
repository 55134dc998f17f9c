; The installer for Windows, for Inno Setup 6.3 or later. packaging/windows/build.ps1 calls it:
;
;   ISCC.exe /DVersion=0.1.0 /DNumbers=0.1.0.0 /DIcons=build\icons packaging\windows\vormwijzer.iss
;
; With a certificate besides: /DSign and "/Svormwijzer=signtool.exe sign ... $f".
; Silent: Vormwijzer-0.1.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART [/ALLUSERS]

#ifndef Version
  #error Give the version: /DVersion=0.1.0
#endif
#ifndef Numbers
  #error Give the version in four numbers: /DNumbers=0.1.0.0
#endif
#ifndef Icons
  #define Icons "build\icons"
#endif
#define Name "Vormwijzer"
#define Program "Vormwijzer.exe"
#define Command "vormwijzer-opdracht.exe"
#define Suffix ".vormwijzer"
#define DossierClass "Vormwijzer.Dossier"
#define MediaType "application/vnd.vormwijzer+zip"

[Setup]
; Windows knows the program by this; never change it, or an upgrade becomes a second program.
AppId={{6C2E0B8A-7B0D-4F0E-9B52-3E1C6D5A7F41}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=De makers van Vormwijzer
; Windows takes numbers only here; what people see may be 1.2.0rc1.
VersionInfoVersion={#Numbers}
VersionInfoTextVersion={#Version}
VersionInfoProductTextVersion={#Version}
VersionInfoDescription={#Name} installeren
SourceDir=..\..
OutputDir=dist
OutputBaseFilename={#Name}-{#Version}-setup
SetupIconFile={#Icons}\vormwijzer.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
; For this user alone, without an administrator; whoever may, chooses "all users" or gives /ALLUSERS.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
AllowNoIcons=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10, version 1809: the oldest that Qt 6.11 runs on.
MinVersion=10.0.17763
ChangesAssociations=yes
; The program has no mutex: Windows itself tells which programs hold our files, and closes them. It saves all the time.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=no
SetupLogging=yes
#ifdef Sign
SignTool=vormwijzer
SignedUninstaller=yes
#endif

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"

[CustomMessages]
nl.DesktopIcon=Zet een pictogram op het bureaublad
nl.DossierType=Dossier van Vormwijzer
nl.StartNow=Open Vormwijzer
nl.StillOpen=Vormwijzer is nog open. Sluit het programma en kies Opnieuw.
nl.DossiersStay=Vormwijzer is verwijderd. Uw dossiers blijven staan.%n%nU vindt ze in deze map:%n%1%n%nNoemt het beleid van uw organisatie een andere plaats? Dan staan ze daar.

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; Parts of an older version that this one no longer has must not be found.
Type: filesandordirs; Name: "{app}\_internal"

[Dirs]
; The place of the policy. Ordinary users may make folders in ProgramData, so that one of them could be the first.
Name: "{commonappdata}\{#Name}"; Check: IsAdminInstallMode

[Files]
; A folder "gegevens" beside the program makes it portable: never install one.
Source: "dist\vormwijzer\*"; DestDir: "{app}"; Excludes: "\gegevens,\beleid.toml"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Icons}\vormwijzer-dossier.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; HKA: the user's own classes, or those of the computer when installed for all.
Root: HKA; Subkey: "Software\Classes\{#Suffix}"; ValueType: string; ValueData: "{#DossierClass}"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#Suffix}"; ValueType: string; ValueName: "Content Type"; ValueData: "{#MediaType}"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#Suffix}\OpenWithProgids"; ValueType: string; ValueName: "{#DossierClass}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#DossierClass}"; ValueType: string; ValueData: "{cm:DossierType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#DossierClass}\DefaultIcon"; ValueType: string; ValueData: "{app}\vormwijzer-dossier.ico,0"
Root: HKA; Subkey: "Software\Classes\{#DossierClass}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\SupportedTypes"; ValueType: string; ValueName: "{#Suffix}"; ValueData: ""

[Run]
; What ProgramData hands down lets users put files in it: only the system (S-1-5-18) and administrators (S-1-5-32-544)
; may write here, users (S-1-5-32-545) read. Only in a folder of our own making: what a user put there before us can be
; a link to elsewhere.
Filename: "{sys}\icacls.exe"; Parameters: """{commonappdata}\{#Name}"" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX"; Flags: runhidden; Check: PolicyFolderIsNew
Filename: "{app}\{#Program}"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent

[Code]
const
  { fmOpenReadWrite or fmShareExclusive: Windows refuses it for a program that runs. }
  ExclusiveReadWrite = $0012;

var
  NewPolicyFolder: Boolean;

{ Asked before anything is made, as afterwards the folder is always there. }
procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssInstall then
    NewPolicyFolder := IsAdminInstallMode and not DirExists(ExpandConstant('{commonappdata}\{#Name}'));
end;

function PolicyFolderIsNew: Boolean;
begin
  Result := NewPolicyFolder;
end;

function InUse(const Path: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  if not FileExists(Path) then
    Exit;
  try
    Stream := TFileStream.Create(Path, ExclusiveReadWrite);
    Stream.Free;
  except
    Result := True;
  end;
end;

function IsOpen: Boolean;
begin
  Result := InUse(ExpandConstant('{app}\{#Program}')) or InUse(ExpandConstant('{app}\{#Command}'));
end;

{ Else half of the program would stay. Silent and still open: no box, and an exit code that is not 0. }
function InitializeUninstall: Boolean;
begin
  Result := not IsOpen;
  if UninstallSilent then
    Exit;
  while not Result do
  begin
    if SuppressibleMsgBox(CustomMessage('StillOpen'), mbError, MB_RETRYCANCEL, IDCANCEL) <> IDRETRY then
      Exit;
    Result := not IsOpen;
  end;
end;

{ Nothing of the user is ever removed. A silent uninstallation says nothing and waits for nobody. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Place: String;
begin
  if (CurUninstallStep <> usPostUninstall) or UninstallSilent then
    Exit;
  if IsAdminInstallMode then
    Place := '%LOCALAPPDATA%\{#Name}'
  else
    Place := ExpandConstant('{localappdata}\{#Name}');
  SuppressibleMsgBox(FmtMessage(CustomMessage('DossiersStay'), [Place]), mbInformation, MB_OK, IDOK);
end;
