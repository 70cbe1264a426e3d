/**
 * MATLAB. A quote opens a string wherever another one follows on the line, also
 * where the language has a transposed matrix.
 */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  k: `
    arguments break case catch classdef continue else elseif end for function global if import
    methods otherwise parfor persistent properties return spmd switch try while`,
  nb: `
    Execute Inf MException NaN Remove Setting abs accumarray acos acosd acosh acot acsc add
    addOptional addParamValue addRequired addlistener addpath airy all allchild alpha ancestor
    and angle ans any append area arrayfun ascii asec asin asind asinh assert assignin atan atan2
    atan2d atand atanh audioread audiowrite axes axis balance bar bar3 barh base2dec beep beta
    betainc betaln between bin2dec binary bitand bitcmp bitget bitor bitset bitshift bitxor
    blanks blkdiag boundary bounds box brighten bsxfun build builtin calendar camlight camlookat
    campos cancel cart2pol cart2sph cat categories caxis cd ceil cell cell2mat cell2struct
    celldisp cellfun cellplot cellstr char checkin checkout chol choose circshift cla clabel
    class clc clear clearvars clf clipboard clock close cmopts colorbar colordef colormap colperm
    comet compan compass complete complex computer cond condeig coneplot conj contains contour
    contour3 contourc contourf contourslice contrast conv conv2 convert convhull copy copyfile
    copyobj corrcoef cos cosd cosh cot coth count cov cputime cross csc csch csvread csvwrite
    cummax cummin cumprod cumsum cumtrapz curl cylinder daspect date datenum datestr datetick
    datetime datevec dbclear dbcont dbstop deal deblank dec2base dec2bin dec2hex deconv del2
    delaunay delete demo det details detrend deval diag dialog diary diff dir disp display
    distances dither divergence dlmread dlmwrite doc docsearch done dos dot double dragrect
    drawnow duration edges edit eig eigs ellipj ellipke ellipsoid empty enumeration eomday eps eq
    erf erfc erfcx erfinv error errorbar errordlg etime eval evalc evalin events exist exit exp
    expint expm expm1 export eye ezplot factor factorial false fclose feather feof ferror feval
    fft fft2 fftn fftshift fftw fgetl fgets fieldnames figure fileattrib fileparts fileread
    filesep fill fill3 filter filter2 find findall findfigs findobj findstr finish fix flag
    flintmax flip fliplr flipud floor flow fminbnd fminsearch fopen format fplot fprintf frame2im
    fread freqspace frewind fscanf fseek ftell full fullfile func2str functions funm fwrite fzero
    gallery gamma gammainc gammaln gca gcbf gcbo gcd gcf gco genpath genvarname get getData
    getappdata getenv getfield getframe getpixelposition ginput gmres gobjects gplot grabcode
    gradient gray graymon grid griddata griddedInterpolant groot gsvd gt gtext guidata guide
    guihandles gunzip gzip hadamard handle hankel hdfinfo height help helpdlg hess hex2dec
    hex2num hggroup hgload hgsave hgtransform hidden highlight hilb hist histc histogram hold
    home horzcat hsv hsv2rgb hypot idivide ifft ifft2 ifftshift ilu im2double im2frame im2java
    imag image imagesc imfinfo imformats imread imresize imshow imwrite ind2rgb ind2sub info
    inline inmem inpolygon input inputParser inputdlg inputname inspect int16 int2str int32 int64
    int8 integral interp1 interp2 interp3 interpft interpn intersect inv invhilb ipermute isa
    isappdata iscell iscellstr ischar iscolumn isdiag isdir isempty isequal isequaln isfield
    isfile isfinite isfloat isfolder ishandle ishold isinf isinteger isjava iskeyword isletter
    islogical ismac ismatrix ismember ismethod ismissing isnan isnumeric isobject isocaps
    isonormals isosurface ispc ispref isprime isprop isreal isrow isscalar issorted isspace
    issparse isstr isstring isstrprop isstruct isstudent istable isunix isvarname isvector
    javaMethod javaObject javaaddpath javachk javaclasspath join keyboard kron lasterr lasterror
    lastwarn lcm ldivide le legend legendre length license light lightangle lighting lin2mu line
    lines linkaxes linkprop linsolve linspace listdlg listener listfonts load loadlibrary log
    log10 log1p log2 logical loglog logm logspace lookfor lower ls lscov lsqnonneg lsqr lt lu
    magic makehgtform mat2cell mat2str material matlab matlabroot max mean median memmapfile
    memory menu mesh meshc meshgrid meshz methodsview mex mexext mfilename min minres minus
    mislocked missing mkdir mkpp mldivide mlint mlock mod mode more move movefile movegui movie
    mpower mrdivide msgbox mtimes mu2lin munlock namelengthmax nargchk nargin narginchk nargout
    nargoutchk native2unicode nchoosek ndgrid ndims ne nearest neighbors newplot nextpow2 nnz
    nonzeros norm normest not now nthroot null num2cell num2hex num2str numel nzmax ode113 ode15s
    ode23 ode45 odeget odeset onCleanup ones open openfig opengl openvar optimget optimset or
    ordeig orderfields ordqz orth overlaps pack pad pagesetupdlg pan pareto parse pascal patch
    path path2rc pathsep pathtool pause pbaspect pcg pchip pcode pcolor peaks perl perms permute
    pi pie pie3 pinv planerot plot plot3 plotyy plus pol2cart polar poly polyder polyeig polyfit
    polyint polyval polyvalm pow2 power ppval prefdir preferences primes print printdlg printopt
    prod profile psi publish pwd qmr qr qrdelete quad quadgk quadl questdlg quit quiver quiver3
    qz rand randi randn randperm rank rat rats rcond rdivide read real reallog realmax realmin
    realpow realsqrt record rectangle rectint recycle reducepatch refresh regexp regexpi
    regexprep regexptranslate regions registerevent rehash release rem remove removevars rename
    replace repmat reset reshape residue result rethrow reverse rgb2gray rgb2hsv rgb2ind ribbon
    rmappdata rmdir rmfield rmpath roots rose rosser rot90 rotate rotate3d round rref rsf2csf run
    save saveas savefig savepath scale scatter scatter3 schur sec secd sech second seconds
    selectmoveresize semilogx semilogy send set setappdata setdiff setenv setfield setpref setstr
    settings setup setxor shading shiftdim show shrinkfaces sign simplify sin sind single sinh
    size slice smooth3 snapnow sort sortrows sound soundsc spalloc sparse spaugment spconvert
    spdiags specular speye spfun sph2cart sphere spinmap spline split spones spparms sprand
    sprandn sprintf spy sqrt sqrtm squeeze ss2tf sscanf stack stairs start startup std stem stem3
    step stop str2double str2func str2mat str2num strcat strcmp strcmpi stream2 streamline
    strfind string strings strjoin strjust strmatch strncmp strncmpi strread strrep strsplit
    strtok strtrim struct struct2cell structfun strvcat sub2ind subplot subsasgn subset subsindex
    subspace subsref substruct subvolume sum support supports surf surf2patch surface surfc surfl
    surfnorm svd svds swapbytes symamd symbfact symmlq symrcm syntax system table table2array
    tall tan tand tanh tar tempdir tempname testsuite tetramesh texlabel text textread textscan
    textwrap then tic time timer times timeseries title toc todatenum toeplitz trace transform
    transpose trapz treelayout treeplot tril trimesh triplequad triplot trisurf triu true
    tscollection type typecast uicontextmenu uicontrol uigetdir uigetfile uigetpref uiimport
    uimenu uint16 uint32 uint64 uint8 uiopen uipanel uipushtool uiputfile uiresume uisave
    uisetcolor uisetfont uistack uitable uitoggletool uitoolbar uiwait undocheckout
    unicode2native union unique unix unloadlibrary unmesh unmkpp untar unwrap unzip upper urlread
    urlwrite usejava validateattributes validatestring values vander var varargin varargout
    vectorize ver verLessThan verctrl verifyEqual verifyError verifyTrue version vertcat view
    volumebounds voronoi waitbar waitfor waitforbuttonpress warndlg warning waterfall web webread
    websave weekday what whatsnew when which whitebg who whos width wilkinson winopen write
    xlabel xlim xlsread xlswrite xmlread xmlwrite xor xslt ylabel ylim zeros zip zlabel zlim zoom`,
})

const matlab: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/(\.\.\.)(.*)/, ['k', 'c']],
      [/%.*/, 'c1'],
      [/[A-Za-z_]\w*/, WORDS],
      [/\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/\.[*^]|&&|\|\||[~=<>]=|\+[+=]|-[-=]|[-+*^=<>~@&|.]/, 'o'],
      [/'(?=[^'\n]*')/, 's1', 'string'],
      [/'/, 'o'],
      [/"[^"\n]*"/, 's2'],
      [/[()[\]{},;:\\/]/, 'p'],
    ],
    string: [
      [/''/, 'se'],
      [/'/, 's1', POP],
      [/[^'\n]+/, 's1'],
      [/(?=\n)/, '', POP],
    ],
  },
})

export default matlab
