<#
Builds all that goes to Windows users: the folder, the installer, the portable zip and their check sums.

    powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1

Needs Python 3.11 or later and Inno Setup 6.3 or later. It stops at the first step that fails.

-Python       the interpreter that makes the build environment
-SignCommand  how a file is signed, with $f for its name, such as
              'signtool.exe sign /fd SHA256 /tr https://timestamp.example /td SHA256 /sha1 THUMBPRINT $f'
              Default: the environment variable VORMWIJZER_SIGN_COMMAND. Empty: nothing is signed.
              No certificate and no password belong in the repository.
-SkipBuild    use the dist\vormwijzer that is there
#>
param(
    [string]$Python = 'python',
    [string]$SignCommand = $env:VORMWIJZER_SIGN_COMMAND,
    [switch]$SkipBuild
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$Root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
Set-Location $Root

function Invoke-Step([string]$Title, [scriptblock]$Work) {
    Write-Host "== $Title"
    $global:LASTEXITCODE = 0
    & $Work
    if ($LASTEXITCODE -ne 0) { throw "$Title failed with exit code $LASTEXITCODE" }
}

function Get-Version {
    $Found = Select-String -Path 'pyproject.toml' -Pattern '^version = "([^"]+)"' | Select-Object -First 1
    if (-not $Found) { throw 'pyproject.toml names no version' }
    return $Found.Matches[0].Groups[1].Value
}

function Get-Numbers([string]$Text) {
    # Windows knows a version of four numbers only: 1.2.0rc1 becomes 1.2.0.0.
    $Found = [regex]::Match($Text, '^\d+(\.\d+)*')
    if (-not $Found.Success) { throw "the version $Text does not begin with a number" }
    $Numbers = @($Found.Value.Split('.')) + @('0', '0', '0')
    return $Numbers[0..3] -join '.'
}

function Find-Compiler {
    $Command = Get-Command 'ISCC.exe' -ErrorAction SilentlyContinue
    if ($Command) { return $Command.Source }
    $Places = @($env:ProgramFiles, ${env:ProgramFiles(x86)}, (Join-Path $env:LOCALAPPDATA 'Programs'))
    foreach ($Place in $Places | Where-Object { $_ }) {
        foreach ($Folder in 'Inno Setup 7', 'Inno Setup 6') {
            $Path = Join-Path (Join-Path $Place $Folder) 'ISCC.exe'
            if (Test-Path $Path) { return $Path }
        }
    }
    throw 'Inno Setup 6.3 or later (ISCC.exe) is not installed'
}

function Set-Signature([string]$Path) {
    # The command is the builder's own, from a parameter or a secret; only the name of the file is filled in.
    cmd.exe /d /s /c ('"' + $SignCommand.Replace('$f', '"' + $Path + '"') + '"')
    if ($LASTEXITCODE -ne 0) { throw "signing $Path failed" }
    if ((Get-AuthenticodeSignature $Path).Status -ne 'Valid') { throw "the signature of $Path does not hold" }
}

function New-PortableZip([string]$Target) {
    $Stage = Join-Path $Root 'build\portable'
    $Inside = Join-Path $Stage 'vormwijzer'
    if (Test-Path $Stage) { Remove-Item $Stage -Recurse -Force }
    New-Item -ItemType Directory -Path $Stage | Out-Null
    Copy-Item 'dist\vormwijzer' $Inside -Recurse
    # Beside the program this folder makes it portable.
    New-Item -ItemType Directory -Path (Join-Path $Inside 'gegevens') | Out-Null
    if (Test-Path $Target) { Remove-Item $Target }
    # Not Compress-Archive: not every version of it keeps an empty folder.
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    $Level = [System.IO.Compression.CompressionLevel]::Optimal
    [System.IO.Compression.ZipFile]::CreateFromDirectory($Stage, $Target, $Level, $false)
}

$Version = Get-Version
$Programs = @('Vormwijzer.exe', 'vormwijzer-opdracht.exe') | ForEach-Object { Join-Path $Root "dist\vormwijzer\$_" }
$Setup = Join-Path $Root "dist\Vormwijzer-$Version-setup.exe"
$Zip = Join-Path $Root "dist\vormwijzer-$Version-windows-amd64.zip"

if (-not $SkipBuild) { Invoke-Step 'Build' { & $Python packaging\build.py --folder } }
foreach ($Program in $Programs) { if (-not (Test-Path $Program)) { throw "$Program is not there" } }
if (-not (Test-Path 'build\icons\vormwijzer-dossier.ico')) { throw 'build\icons holds no icons: see packaging\build.py' }

if ($SignCommand) { Invoke-Step 'Sign the programs' { $Programs | ForEach-Object { Set-Signature $_ } } }

Invoke-Step 'Installer' {
    $Options = @("/DVersion=$Version", "/DNumbers=$(Get-Numbers $Version)", '/DIcons=build\icons')
    # Inside /S Inno Setup writes a quote as $q, and fills in $f with quotes around it.
    if ($SignCommand) { $Options += @('/DSign', ('/Svormwijzer=' + $SignCommand.Replace('"', '$q'))) }
    & (Find-Compiler) @Options 'packaging\windows\vormwijzer.iss'
}
if ($SignCommand -and (Get-AuthenticodeSignature $Setup).Status -ne 'Valid') { throw 'the installer is not signed' }

# Not the zip of build.py: that is made before the programs are signed.
Invoke-Step 'Portable zip' { New-PortableZip $Zip }

Invoke-Step 'Check sums' {
    $Lines = foreach ($File in $Setup, $Zip, (Join-Path $Root 'dist\components.cdx.json')) {
        (Get-FileHash $File -Algorithm SHA256).Hash.ToLowerInvariant() + '  ' + (Split-Path $File -Leaf)
    }
    # As sha256sum writes it, so that every system can check it.
    [System.IO.File]::WriteAllText((Join-Path $Root 'dist\SHA256SUMS'), ($Lines -join "`n") + "`n")
    Write-Host ($Lines -join "`n")
}
